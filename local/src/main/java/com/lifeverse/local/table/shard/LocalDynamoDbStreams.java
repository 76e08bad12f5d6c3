package com.lifeverse.local.table.shard;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.engine.Catalogue;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.stream.ReadableStream;
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
        for (var stream : catalogue.streams()) {
            boolean isMeant = (wanted == null || wanted.equals(stream.table().name()))
                    && (start == null || stream.arn().compareTo(start) > 0);
            if (isMeant && page.size() == limit) {
                return ListStreamsResponse.builder()
                        .streams(page)
                        .lastEvaluatedStreamArn(page.getLast().streamArn())
                        .build();
            }
            if (isMeant) {
                page.add(summary(stream));
            }
        }
        return ListStreamsResponse.builder().streams(page).build();
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        var stream = stream("DescribeStream", request.streamArn());
        Constraints.limit(request.limit(), LISTED);
        var start = request.exclusiveStartShardId();
        if (start != null) {
            Constraints.shardId(start, "exclusiveStartShardId");
        }
        return DescribeStreamResponse.builder()
                .streamDescription(description -> description
                        .streamArn(stream.arn())
                        .streamLabel(stream.table().streamLabel())
                        .streamStatus(stream.isOpen() ? StreamStatus.ENABLED : StreamStatus.DISABLED)
                        .streamViewType(stream.view().name())
                        .creationRequestDateTime(stream.definition().since())
                        .tableName(stream.table().name())
                        .keySchema(keySchema(stream.table()))
                        .shards(start == null ? List.of(shard(stream)) : List.of()))
                .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        var streamArn = request.streamArn();
        var type = Constraints.iteratorType(request.shardIteratorTypeAsString());
        var shardId = Constraints.shardId(request.shardId(), "shardId");
        var sequence = Constraints.sequence(type, request.sequenceNumber());
        var stream = stream("GetShardIterator", streamArn);
        if (!shardId.equals(shardId(stream))) {
            throw StreamFaults.noSuchShard(shardId, streamArn);
        }
        long oldest = stream.changes().oldest(clock.instant());
        long after = switch (type) {
            case TRIM_HORIZON -> oldest - 1;
            case LATEST -> stream.changes().newest();
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
        var stream = stream("GetRecords", position.streamArn());
        var now = clock.instant();
        if (position.isExpired(now)) {
            throw StreamFaults.expired();
        }
        if (position.after() + 1 < stream.changes().oldest(now)) {
            throw StreamFaults.trimmed();
        }
        var records = new ArrayList<Record>();
        long after = position.after();
        long bytes = 0;
        for (var entry : stream.changes().entries(position.after(), limit, now)) {
            var record = StreamRecords.of(stream, entry);
            bytes += record.dynamodb().sizeBytes();
            if (bytes > PAGE_BYTES && !records.isEmpty()) {
                break;
            }
            records.add(record);
            after = entry.sequence();
        }
        boolean isRead = !stream.isOpen() && after >= stream.changes().newest();
        return GetRecordsResponse.builder()
                .records(records)
                .nextShardIterator(isRead ? null : new Position(stream.arn(), after, now).iterator())
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

    private ReadableStream stream(String action, @Nullable String streamArn) {
        var arn = Constraints.streamArn(streamArn, "streamArn");
        caller.require("dynamodb:" + action, arn);
        return catalogue.stream(arn).orElseThrow(() -> StreamFaults.noSuchStream(arn));
    }

    /** All that the stream holds. A closed one ends where its last record is, or where its first would have been. */
    private Shard shard(ReadableStream stream) {
        long oldest = stream.changes().oldest(clock.instant());
        long last = Math.max(oldest, stream.changes().newest());
        return Shard.builder()
                .shardId(shardId(stream))
                .sequenceNumberRange(range -> range.startingSequenceNumber(RecordNames.sequenceNumber(oldest))
                        .endingSequenceNumber(stream.isOpen() ? null : RecordNames.sequenceNumber(last)))
                .build();
    }

    /** The same from run to run, and as long as AWS's are. */
    private static String shardId(ReadableStream stream) {
        return "shardId-%020d-%s"
                .formatted(
                        stream.definition().since().toEpochMilli(),
                        stream.table().id().substring(0, 8));
    }

    private static Stream summary(ReadableStream stream) {
        return Stream.builder()
                .streamArn(stream.arn())
                .streamLabel(stream.table().streamLabel())
                .tableName(stream.table().name())
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
