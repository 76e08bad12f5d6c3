package com.lifeverse.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

@Tag("adapters")
class StreamsPortTest {
    private final WireWorld world = new WireWorld();
    private final DynamoDbClient client = world.client();
    private final DynamoDbStreamsClient streams = world.streams();

    @AfterEach
    void close() {
        client.close();
        streams.close();
        world.close();
        assertThat(world.failures).isEmpty();
    }

    @Test
    void aStreamIsListedAndDescribedAsOneOpenShard() {
        assertThat(streams.listStreams().streams())
                .singleElement()
                .satisfies(stream -> assertThat(stream.tableName()).isEqualTo("live"));
        assertThat(streams.listStreams(list -> list.tableName("players")).streams())
                .isEmpty();
        var description =
                streams.describeStream(describe -> describe.streamArn(arn())).streamDescription();
        assertThat(description.streamStatus()).isEqualTo(StreamStatus.ENABLED);
        assertThat(description.streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
        assertThat(description.streamArn()).endsWith("/stream/" + description.streamLabel());
        assertThat(description.keySchema())
                .singleElement()
                .satisfies(key -> assertThat(key.attributeName()).isEqualTo("playerId"));
        assertThat(shard().sequenceNumberRange().endingSequenceNumber()).isNull();
        assertThat(streams.describeStream(
                                describe -> describe.streamArn(arn()).exclusiveStartShardId(shard().shardId()))
                        .streamDescription()
                        .shards())
                .isEmpty();
    }

    @Test
    void iteratorsReadChangesInOrderAndGoOnWhereTheyWere() {
        put("ada", 1);
        put("ada", 2);
        client.deleteItem(delete -> delete.tableName("live").key(Map.of("playerId", AttributeValue.fromS("ada"))));

        var first = read(iterator(ShardIteratorType.TRIM_HORIZON), 2);
        var rest = read(first.nextShardIterator(), 1_000);

        assertThat(first.records())
                .extracting(Record::eventName)
                .containsExactly(OperationType.INSERT, OperationType.MODIFY);
        assertThat(first.records().getLast().dynamodb().oldImage()).containsEntry("gen", AttributeValue.fromN("1"));
        assertThat(first.records().getLast().dynamodb().newImage()).containsEntry("gen", AttributeValue.fromN("2"));
        assertThat(rest.records()).extracting(Record::eventName).containsExactly(OperationType.REMOVE);
        assertThat(rest.records().getFirst().dynamodb().hasNewImage()).isFalse();
        assertThat(read(rest.nextShardIterator(), 1).records()).isEmpty();
        assertThat(rest.nextShardIterator()).isNotNull();
    }

    @Test
    void theLatestIteratorSeesOnlyWhatComes() {
        put("ada", 1);
        var latest = iterator(ShardIteratorType.LATEST);
        assertThat(read(latest, 10).records()).isEmpty();
        put("bob", 1);
        assertThat(keys(read(latest, 10))).containsExactly("bob");
    }

    @Test
    void aSequenceNumberIsAPlaceToReadFrom() {
        put("ada", 1);
        put("bob", 1);
        var sequence = read(iterator(ShardIteratorType.TRIM_HORIZON), 1)
                .records()
                .getFirst()
                .dynamodb()
                .sequenceNumber();
        assertThat(keys(read(iterator(ShardIteratorType.AT_SEQUENCE_NUMBER, sequence), 10)))
                .containsExactly("ada", "bob");
        assertThat(keys(read(iterator(ShardIteratorType.AFTER_SEQUENCE_NUMBER, sequence), 10)))
                .containsExactly("bob");
        assertThat(shard().sequenceNumberRange().startingSequenceNumber()).isEqualTo(sequence);
    }

    @Test
    void whatTimeToLiveRemovedIsMarkedAsTheServices() {
        client.putItem(put -> put.tableName("live")
                .item(Map.of(
                        "playerId",
                        AttributeValue.fromS("ada"),
                        "ttl",
                        AttributeValue.fromN(Long.toString(
                                world.agenda.instant().plusSeconds(60).getEpochSecond())))));
        world.agenda.advance(Duration.ofMinutes(10));
        var removed =
                read(iterator(ShardIteratorType.TRIM_HORIZON), 10).records().getLast();
        assertThat(removed.userIdentity().type()).isEqualTo("Service");
        assertThat(removed.userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
    }

    @Test
    void anIteratorLivesForAQuarterOfAnHour() {
        var iterator = iterator(ShardIteratorType.LATEST);
        world.agenda.advance(Duration.ofMinutes(15));
        assertThat(read(iterator, 1).records()).isEmpty();
        world.agenda.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> read(iterator, 1)).isInstanceOf(ExpiredIteratorException.class);
    }

    @Test
    void recordsOlderThanADayAreRefused() {
        put("ada", 1);
        var sequence = shard().sequenceNumberRange().startingSequenceNumber();
        world.agenda.advance(Duration.ofHours(23).plusMinutes(55));
        var early = iterator(ShardIteratorType.TRIM_HORIZON);
        world.agenda.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> read(early, 1)).isInstanceOf(TrimmedDataAccessException.class);
        assertThatThrownBy(() -> iterator(ShardIteratorType.AT_SEQUENCE_NUMBER, sequence))
                .isInstanceOf(TrimmedDataAccessException.class);
        assertThat(read(iterator(ShardIteratorType.TRIM_HORIZON), 1).records()).isEmpty();
    }

    @Test
    void aStreamThatWasSwitchedOffCanBeReadToItsEndForADay() {
        put("ada", 1);
        var arn = arn();
        var shardId = shard().shardId();
        client.updateTable(
                update -> update.tableName("live").streamSpecification(stream -> stream.streamEnabled(false)));
        put("bob", 1);

        var description =
                streams.describeStream(describe -> describe.streamArn(arn)).streamDescription();
        assertThat(description.streamStatus()).isEqualTo(StreamStatus.DISABLED);
        assertThat(description.shards().getFirst().sequenceNumberRange().endingSequenceNumber())
                .isNotNull();
        var read = read(iterator(ShardIteratorType.TRIM_HORIZON), 10);
        assertThat(keys(read)).containsExactly("ada");
        assertThat(read.nextShardIterator()).isNull();

        world.agenda.advance(Duration.ofHours(24).plusMillis(1));
        assertThatThrownBy(() -> streams.getShardIterator(
                        get -> get.streamArn(arn).shardId(shardId).shardIteratorType(ShardIteratorType.TRIM_HORIZON)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(streams.listStreams().streams()).isEmpty();
    }

    @Test
    void aNewStreamOfTheSameTableBeginsAnew() {
        put("ada", 1);
        var old = arn();
        client.updateTable(
                update -> update.tableName("live").streamSpecification(stream -> stream.streamEnabled(false)));
        world.agenda.advance(Duration.ofSeconds(1));
        client.updateTable(update -> update.tableName("live")
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
        put("bob", 1);

        var both = streams.listStreams().streams();
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().streamArn()).isEqualTo(old);
        assertThat(keys(read(iterator(both.getLast().streamArn()), 10))).containsExactly("bob");
        assertThat(keys(read(iterator(old), 10))).containsExactly("ada");
    }

    @Test
    void theStreamOfATableThatIsGoneStays() {
        put("ada", 1);
        var arn = arn();
        client.deleteTable(delete -> delete.tableName("live"));
        assertThat(keys(read(iterator(arn), 10))).containsExactly("ada");
        assertThat(streams.describeStream(describe -> describe.streamArn(arn))
                        .streamDescription()
                        .streamStatus())
                .isEqualTo(StreamStatus.DISABLED);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> streams.describeStream(describe -> describe.streamArn(arn() + "1")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> streams.getShardIterator(get -> get.streamArn(arn())
                        .shardId("shardId-00000000000000000000-nowhere")
                        .shardIteratorType(ShardIteratorType.LATEST)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatHasNoFormIsInvalid() {
        assertInvalid(() -> streams.describeStream(describe -> describe.streamArn("a".repeat(40))));
        assertInvalid(() -> read("made up", 1));
        assertInvalid(() -> read(iterator(ShardIteratorType.LATEST), 1_001));
        assertInvalid(() -> iterator(ShardIteratorType.AT_SEQUENCE_NUMBER));
        assertInvalid(() -> iterator(ShardIteratorType.LATEST, "100000000000000000001"));
        assertInvalid(() -> streams.listStreams(list -> list.limit(0)));
    }

    private static void assertInvalid(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        failure -> assertThat(failure.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"));
    }

    private void put(String player, int generation) {
        client.putItem(put -> put.tableName("live")
                .item(Map.of("playerId", AttributeValue.fromS(player), "gen", AttributeValue.fromN("" + generation))));
    }

    private String arn() {
        return streams.listStreams().streams().getFirst().streamArn();
    }

    private Shard shard() {
        return streams.describeStream(describe -> describe.streamArn(arn()))
                .streamDescription()
                .shards()
                .getFirst();
    }

    private String iterator(ShardIteratorType type) {
        return streams.getShardIterator(
                        get -> get.streamArn(arn()).shardId(shard().shardId()).shardIteratorType(type))
                .shardIterator();
    }

    /** To the beginning of the stream of that ARN. */
    private String iterator(String arn) {
        var shard = streams.describeStream(describe -> describe.streamArn(arn))
                .streamDescription()
                .shards()
                .getFirst();
        return streams.getShardIterator(get ->
                        get.streamArn(arn).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    private String iterator(ShardIteratorType type, String sequence) {
        return streams.getShardIterator(get -> get.streamArn(arn())
                        .shardId(shard().shardId())
                        .shardIteratorType(type)
                        .sequenceNumber(sequence))
                .shardIterator();
    }

    private GetRecordsResponse read(String iterator, int limit) {
        return streams.getRecords(get -> get.shardIterator(iterator).limit(limit));
    }

    private static List<String> keys(GetRecordsResponse response) {
        return response.records().stream()
                .map(record ->
                        record.dynamodb().keys().values().iterator().next().s())
                .toList();
    }
}
