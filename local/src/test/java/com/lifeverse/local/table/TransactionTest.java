package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@Tag("adapters")
class TransactionTest {
    private static final Map<String, AttributeValue> ADA = item("playerId", "ada");
    private static final Map<String, AttributeValue> IDENTITY = item("pk", "identity#1", "sk", "identity");

    private final TableWorld world = TableWorld.inMemory();

    @Test
    void allPartsAreWrittenTogetherAtTwiceThePrice() {
        var answer = write(List.of(putLive(), putIdentity()));
        assertThat(world.read("live", ADA)).isNotEmpty();
        assertThat(world.read("players", IDENTITY)).isNotEmpty();
        assertThat(answer.consumedCapacity())
                .extracting(each -> each.tableName() + " " + each.capacityUnits() + " " + each.writeCapacityUnits())
                .containsExactly("live 2.0 2.0", "players 2.0 2.0");
    }

    @Test
    void onePartThatFailsKeepsAllOthersFromBeingWritten() {
        world.put("players", IDENTITY);
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> write(List.of(putLive(), putIdentity())))
                .satisfies(failure -> {
                    assertThat(failure.awsErrorDetails().errorMessage())
                            .isEqualTo("Transaction cancelled, please refer cancellation reasons for specific reasons "
                                    + "[None, ConditionalCheckFailed]");
                    var reason = failure.cancellationReasons().getLast();
                    assertThat(reason.message()).isEqualTo("The conditional request failed");
                    assertThat(reason.item()).isEqualTo(IDENTITY);
                });
        assertThat(world.read("live", ADA)).isEmpty();
        assertThat(world.tables().newest(world.streamArn())).isZero();
    }

    @Test
    void aWriteThatTheItemDoesNotAllowCancelsWithItsReason() {
        world.put("live", item("playerId", "ada", "name1", "text"));
        var update = TransactWriteItem.builder()
                .update(part -> part.tableName("live")
                        .key(ADA)
                        .updateExpression("SET name1 = name1 + :one")
                        .expressionAttributeValues(item(":one", 1)))
                .build();
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> write(List.of(update)))
                .satisfies(failure -> assertThat(failure.cancellationReasons())
                        .extracting(CancellationReason::code, CancellationReason::message)
                        .containsExactly(tuple(
                                "ValidationError", "An operand in the update expression has an incorrect data type")));
    }

    @Test
    void updatesDeletesAndChecksGoTogether() {
        world.put("live", item("playerId", "ada", "gen", 1));
        world.put("players", IDENTITY);
        write(List.of(
                TransactWriteItem.builder()
                        .update(part -> part.tableName("live")
                                .key(ADA)
                                .updateExpression("ADD gen :one")
                                .expressionAttributeValues(item(":one", 1)))
                        .build(),
                TransactWriteItem.builder()
                        .delete(part -> part.tableName("players").key(IDENTITY))
                        .build(),
                TransactWriteItem.builder()
                        .conditionCheck(part -> part.tableName("live")
                                .key(item("playerId", "bob"))
                                .conditionExpression("attribute_not_exists(playerId)"))
                        .build()));
        assertThat(world.read("live", ADA)).isEqualTo(item("playerId", "ada", "gen", 2));
        assertThat(world.read("players", IDENTITY)).isEmpty();
        assertThat(world.read("live", item("playerId", "bob"))).isEmpty();
    }

    @Test
    void twoPartsAboutOneItemAreRefused() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> write(List.of(putLive(), putLive())))
                .satisfies(failure -> assertThat(failure.awsErrorDetails().errorMessage())
                        .isEqualTo("Transaction request cannot include multiple operations on one item"));
    }

    @Test
    void aTokenMakesARepeatHarmlessForTenMinutes() {
        write(List.of(addOne(1)), "token-1");
        var repeat = write(List.of(addOne(1)), "token-1");
        assertThat(world.read("live", ADA)).containsEntry("count1", TableWorld.n(1));
        assertThat(repeat.consumedCapacity())
                .extracting(each -> each.capacityUnits() + " " + each.readCapacityUnits())
                .containsExactly("2.0 2.0");

        world.agenda().advance(Duration.ofMinutes(10).plusSeconds(1));
        write(List.of(addOne(1)), "token-1");
        assertThat(world.read("live", ADA)).containsEntry("count1", TableWorld.n(2));
    }

    @Test
    void aTokenWithAnotherRequestIsRefused() {
        write(List.of(addOne(1)), "token-1");
        assertThatExceptionOfType(IdempotentParameterMismatchException.class)
                .isThrownBy(() -> write(List.of(addOne(2)), "token-1"));
        assertThat(world.read("live", ADA)).containsEntry("count1", TableWorld.n(1));
    }

    @Test
    void aTokenTellsTwoMembersFromOneThatReadsLikeThem() {
        write(List.of(putTags("a, b")), "token-1");
        assertThatExceptionOfType(IdempotentParameterMismatchException.class)
                .isThrownBy(() -> write(List.of(putTags("a", "b")), "token-1"));
        assertThat(world.read("live", ADA)).containsEntry("tags", AttributeValue.fromSs(List.of("a, b")));
    }

    @Test
    void aTokenTellsBytesFromATruthValueThatReadsLikeThem() {
        var bytes = SdkBytes.fromByteArray(Base64.getDecoder().decode("OOLfalse"));
        write(List.of(putTags(AttributeValue.fromB(bytes))), "token-1");
        assertThatExceptionOfType(IdempotentParameterMismatchException.class)
                .isThrownBy(() -> write(List.of(putTags(AttributeValue.fromBool(false))), "token-1"));
    }

    @Test
    void aCancelledRequestDoesNotUseUpItsToken() {
        world.put("players", IDENTITY);
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> write(List.of(putIdentity()), "token-1"));
        world.client().deleteItem(delete -> delete.tableName("players").key(IDENTITY));
        write(List.of(putIdentity()), "token-1");
        assertThat(world.read("players", IDENTITY)).isNotEmpty();
    }

    @Test
    void aTransactionReadsSeveralItemsAtOnce() {
        world.put("live", item("playerId", "ada", "gen", 1));
        var answer = world.client()
                .transactGetItems(read -> read.transactItems(List.of(
                                TransactGetItem.builder()
                                        .get(get -> get.tableName("live").key(ADA))
                                        .build(),
                                TransactGetItem.builder()
                                        .get(get -> get.tableName("players").key(IDENTITY))
                                        .build()))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(answer.responses().getFirst().item()).isEqualTo(item("playerId", "ada", "gen", 1));
        assertThat(answer.responses().getLast().hasItem()).isFalse();
        assertThat(answer.consumedCapacity())
                .extracting(each -> each.capacityUnits())
                .containsExactly(2.0, 2.0);
    }

    private static TransactWriteItem putLive() {
        return TransactWriteItem.builder()
                .put(part -> part.tableName("live").item(ADA))
                .build();
    }

    private static TransactWriteItem putIdentity() {
        return TransactWriteItem.builder()
                .put(part -> part.tableName("players")
                        .item(IDENTITY)
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static TransactWriteItem putTags(String... tags) {
        return putTags(AttributeValue.fromSs(List.of(tags)));
    }

    private static TransactWriteItem putTags(AttributeValue tags) {
        var item = new HashMap<>(ADA);
        item.put("tags", tags);
        return TransactWriteItem.builder()
                .put(part -> part.tableName("live").item(item))
                .build();
    }

    private static TransactWriteItem addOne(long number) {
        return TransactWriteItem.builder()
                .update(part -> part.tableName("live")
                        .key(ADA)
                        .updateExpression("ADD count1 :n")
                        .expressionAttributeValues(item(":n", number)))
                .build();
    }

    private TransactWriteItemsResponse write(List<TransactWriteItem> parts) {
        return write(parts, null);
    }

    private TransactWriteItemsResponse write(List<TransactWriteItem> parts, @Nullable String token) {
        return world.client()
                .transactWriteItems(write -> write.transactItems(parts)
                        .clientRequestToken(token)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    }
}
