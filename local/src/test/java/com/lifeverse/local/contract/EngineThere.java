package com.lifeverse.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.lifeverse.local.container.Endpoint;
import com.lifeverse.local.table.request.Interceptor;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Envelopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * The tables at an endpoint. Nothing but this process uses them, one test after another, so that only those are made anew that
 * the test before has touched.
 */
record EngineThere(Endpoint endpoint, DynamoDbClient client) implements Engine {
    private static final Set<String> CLEAN = ConcurrentHashMap.newKeySet();
    private static final AtomicLong ENGINES = new AtomicLong(System.nanoTime());

    /**
     * Hears which tables are touched. Tests draw the same ids again and again, and a transaction's token is remembered for ten
     * minutes, whatever became of its tables: so each engine has tokens of its own.
     */
    private record Listening(long engine) implements ExecutionInterceptor {
        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            var request = context.request();
            request.getValueForField("TableName", String.class).ifPresentOrElse(CLEAN::remove, CLEAN::clear);
            if (request instanceof TransactWriteItemsRequest write && write.clientRequestToken() != null) {
                var own = engine + write.clientRequestToken();
                return write.toBuilder()
                        .clientRequestToken(
                                UUID.nameUUIDFromBytes(own.getBytes(UTF_8)).toString())
                        .build();
            }
            return request;
        }
    }

    static EngineThere emptied(Endpoint endpoint) {
        try (var client = endpoint.dynamoDb(new ExecutionInterceptor() {})) {
            Engine.tables().stream()
                    .filter(table -> !CLEAN.contains(table.name()))
                    .forEach(table -> anew(client, table));
        }
        return new EngineThere(endpoint, endpoint.dynamoDb(new Listening(ENGINES.getAndIncrement())));
    }

    private static void anew(DynamoDbClient client, TableDefinition table) {
        try {
            client.deleteTable(delete -> delete.tableName(table.name()));
            Endpoint.waiter(client).waitUntilTableNotExists(describe -> describe.tableName(table.name()));
        } catch (ResourceNotFoundException notThere) {
            // So there is nothing to be deleted.
        }
        client.createTable(create -> {
            create.tableName(table.name())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(table.attributes().stream()
                            .map(EngineThere::attribute)
                            .toList())
                    .keySchema(keys(table.keys()));
            if (!table.indexes().isEmpty()) {
                create.globalSecondaryIndexes(
                        table.indexes().stream().map(EngineThere::index).toList());
            }
            table.stream()
                    .ifPresent(view -> create.streamSpecification(stream ->
                            stream.streamEnabled(true).streamViewType(StreamViewType.fromValue(view.name()))));
        });
        Endpoint.waiter(client).waitUntilTableExists(describe -> describe.tableName(table.name()));
        CLEAN.add(table.name());
    }

    private static AttributeDefinition attribute(KeyAttribute key) {
        return AttributeDefinition.builder()
                .attributeName(key.name())
                .attributeType(key.type().name())
                .build();
    }

    private static List<KeySchemaElement> keys(KeySchema keys) {
        return keys.attributes().stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.name())
                        .keyType(key.equals(keys.hash()) ? KeyType.HASH : KeyType.RANGE)
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(IndexDefinition index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(projection ->
                        projection.projectionType(index.projected().kind().name()))
                .build();
    }

    @Override
    public void onCall(Interceptor looking) {
        Assumptions.abort("Nobody can look in on the calls at " + endpoint.address());
    }

    @Override
    public List<Envelope> told(String table) {
        var stream = client.describeTable(describe -> describe.tableName(table))
                .table()
                .latestStreamArn();
        var told = new ArrayList<Envelope>();
        try (var streams = endpoint.streams()) {
            for (var shard : streams.describeStream(describe -> describe.streamArn(stream))
                    .streamDescription()
                    .shards()) {
                var iterator = streams.getShardIterator(get -> get.streamArn(stream)
                                .shardId(shard.shardId())
                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator();
                var more = true;
                while (more && iterator != null) {
                    var at = iterator;
                    var page = streams.getRecords(get -> get.shardIterator(at));
                    page.records().stream()
                            .filter(each -> each.dynamodb().hasNewImage())
                            .forEach(each ->
                                    told.addAll(told(each.dynamodb().newImage().get("out"))));
                    more = !page.records().isEmpty();
                    iterator = page.nextShardIterator();
                }
            }
        }
        return told;
    }

    private static List<Envelope> told(@Nullable AttributeValue news) {
        if (news == null) {
            return List.of();
        }
        try {
            return Outbox.told(news).stream().map(Envelopes::read).toList();
        } catch (Outbox.Unreadable e) {
            throw new AssertionError("A write left news that nobody can read", e);
        }
    }
}
