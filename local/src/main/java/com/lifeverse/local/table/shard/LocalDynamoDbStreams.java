package com.lifeverse.local.table.shard;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.engine.Catalogue;
import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.stream.RecordNames;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** DynamoDB Streams as one caller sees it. Each call needs the caller's permission for the action on the stream. */
public final class LocalDynamoDbStreams implements DynamoDbStreamsClient {
    private static final int LISTED = 100;
    private static final int RECORDS = 1_000;
    private static final long PAGE_BYTES = 1024 * 1024;

    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Caller caller;

    public LocalDynamoDbStreams(Catalogue catalogue, InstantSource clock, Caller caller) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.caller = caller;
    }

    @Override
    public ListStreamsResponse listStreams(ListStreamsRequest request) {
        caller.require("dynamodb:ListStreams", Cloud.arn("dynamodb", "table/*/stream/*"));
        int limit = Constraints.limit(request.limit(), LISTED);
        var start = request.exclusiveStartStreamArn();
        if (start != null) {
            Constraints.streamArn(start, "exclusiveStartStreamArn");
        }
        var wanted = request.tableName() == null ? null : Catalogue.name(request.tableName());
        var page = new ArrayList<Stream>();
        for (var table : catalogue.all()) {
            var definition = table.definition();
            var arn = definition.streamArn();
            boolean isMeant = arn.isPresent()
                    && (wanted == null || wanted.equals(definition.name()))
                    && (start == null || arn.get().compareTo(start) > 0);
            if (isMeant && page.size() == limit) {
                return ListStreamsResponse.builder()
                        .streams(page)
                        .lastEvaluatedStreamArn(page.getLast().streamArn())
                        .build();
            }
            if (isMeant) {
                page.add(stream(definition, arn.get()));
            }
        }
        return ListStreamsResponse.builder().streams(page).build();
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        var table = table("DescribeStream", request.streamArn());
        Constraints.limit(request.limit(), LISTED);
        var start = request.exclusiveStartShardId();
        if (start != null) {
            Constraints.shardId(start, "exclusiveStartShardId");
        }
        var definition = table.definition();
        return DescribeStreamResponse.builder()
                .streamDescription(stream -> stream.streamArn(request.streamArn())
                        .streamLabel(definition.streamLabel())
                        .streamStatus(StreamStatus.ENABLED)
                        .streamViewType(definition.stream().orElseThrow().name())
                        .creationRequestDateTime(definition.createdAt())
                        .tableName(definition.name())
                        .keySchema(keySchema(definition))
                        .shards(start == null ? List.of(shard(table)) : List.of()))
                .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        var streamArn = request.streamArn();
        var type = Constraints.iteratorType(request.shardIteratorTypeAsString());
        var shardId = Constraints.shardId(request.shardId(), "shardId");
        var sequence = Constraints.sequence(type, request.sequenceNumber());
        var table = table("GetShardIterator", streamArn);
        if (!shardId.equals(shardId(table.definition()))) {
            throw StreamFaults.noSuchShard(shardId, streamArn);
        }
        long oldest = table.changes().oldest(clock.instant());
        long after = switch (type) {
            case TRIM_HORIZON -> oldest - 1;
            case LATEST -> table.changes().newest();
            case AT_SEQUENCE_NUMBER -> sequence - 1;
            case AFTER_SEQUENCE_NUMBER -> sequence;
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("Was refused: " + type);
        };
        if (after + 1 < oldest) {
            throw StreamFaults.trimmed();
        }
        return GetShardIteratorResponse.builder()
                .shardIterator(new Position(streamArn, after, clock.instant()).iterator())
                .build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        var iterator = Constraints.given(request.shardIterator(), "shardIterator");
        int limit = Constraints.limit(request.limit(), RECORDS);
        var position = Position.parse(iterator).orElseThrow(() -> StreamFaults.invalid("Invalid ShardIterator"));
        var table = table("GetRecords", position.streamArn());
        var now = clock.instant();
        if (position.isExpired(now)) {
            throw StreamFaults.expired();
        }
        if (position.after() + 1 < table.changes().oldest(now)) {
            throw StreamFaults.trimmed();
        }
        var definition = table.definition();
        var view = definition.stream().orElseThrow();
        var records = new ArrayList<Record>();
        long after = position.after();
        long bytes = 0;
        for (var entry : table.changes().entries(position.after(), limit, now)) {
            var record = StreamRecords.of(definition, view, position.streamArn(), entry);
            bytes += record.dynamodb().sizeBytes();
            if (bytes > PAGE_BYTES && !records.isEmpty()) {
                break;
            }
            records.add(record);
            after = entry.sequence();
        }
        return GetRecordsResponse.builder()
                .records(records)
                .nextShardIterator(new Position(position.streamArn(), after, now).iterator())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The streams belong to the stack, not to the client.
    }

    private Table table(String action, @Nullable String streamArn) {
        var arn = Constraints.streamArn(streamArn, "streamArn");
        caller.require("dynamodb:" + action, arn);
        try {
            return catalogue.ofStream(arn);
        } catch (IllegalArgumentException e) {
            throw StreamFaults.noSuchStream(arn);
        }
    }

    private Shard shard(Table table) {
        return Shard.builder()
                .shardId(shardId(table.definition()))
                .sequenceNumberRange(range -> range.startingSequenceNumber(
                        RecordNames.sequenceNumber(table.changes().oldest(clock.instant()))))
                .build();
    }

    /** The same from run to run, and as long as AWS's are. */
    private static String shardId(TableDefinition definition) {
        return "shardId-%020d-%s"
                .formatted(
                        definition.createdAt().toEpochMilli(), definition.id().substring(0, 8));
    }

    private static Stream stream(TableDefinition definition, String arn) {
        return Stream.builder()
                .streamArn(arn)
                .streamLabel(definition.streamLabel())
                .tableName(definition.name())
                .build();
    }

    private static List<KeySchemaElement> keySchema(TableDefinition definition) {
        var elements = new ArrayList<KeySchemaElement>(2);
        elements.add(element(definition.keys().hash().name(), KeyType.HASH));
        definition.keys().sort().ifPresent(sort -> elements.add(element(sort.name(), KeyType.RANGE)));
        return elements;
    }

    private static KeySchemaElement element(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }
}
