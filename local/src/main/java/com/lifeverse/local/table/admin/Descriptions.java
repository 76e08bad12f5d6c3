package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.index.Index;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.Projected;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.schema.Throughput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Tables as they are shown. Counts and sizes are those of now; AWS brings them up to date every six hours. */
final class Descriptions {
    private Descriptions() {}

    static TableDescription of(Table table) {
        return table.isBeingMade() ? creating(table) : of(table, TableStatus.ACTIVE, IndexStatus.ACTIVE);
    }

    /** As it is shown to whoever has just made it. */
    static TableDescription creating(Table table) {
        return of(table, TableStatus.CREATING, IndexStatus.CREATING);
    }

    /** As it is shown to whoever has just removed it: AWS tells less of it then. */
    static TableDescription deleting(Table table) {
        return of(table, TableStatus.DELETING, IndexStatus.DELETING).toBuilder()
                .creationDateTime(null)
                .keySchema((List<KeySchemaElement>) null)
                .attributeDefinitions((List<AttributeDefinition>) null)
                .globalSecondaryIndexes((List<GlobalSecondaryIndexDescription>) null)
                .localSecondaryIndexes((List<LocalSecondaryIndexDescription>) null)
                .build();
    }

    /** As it is shown in {@code status}, its indexes in {@code indexStatus}. */
    static TableDescription of(Table table, TableStatus status, IndexStatus indexStatus) {
        var definition = table.definition();
        var description = TableDescription.builder()
                .tableName(definition.name())
                .tableArn(definition.arn())
                .tableId(definition.id())
                .tableStatus(status)
                .creationDateTime(definition.createdAt())
                .itemCount(table.size())
                .tableSizeBytes(table.bytes())
                .keySchema(keys(definition.keys()))
                .attributeDefinitions(definition.attributes().stream()
                        .map(Descriptions::attribute)
                        .toList())
                .provisionedThroughput(throughput(definition.throughput()))
                .billingModeSummary(billing(definition, status))
                .deletionProtectionEnabled(definition.isProtected())
                .globalSecondaryIndexes(global(table, indexStatus))
                .localSecondaryIndexes(local(table));
        definition.stream()
                .ifPresent(view -> description.streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view.name())
                        .build()));
        definition
                .latestStreamArn()
                .ifPresent(arn -> description.latestStreamArn(arn).latestStreamLabel(definition.streamLabel()));
        SettingsRules.show(definition.settings(), description);
        return description.build();
    }

    private static @Nullable BillingModeSummary billing(TableDefinition definition, TableStatus status) {
        return definition.throughput().isPresent()
                ? null
                : BillingModeSummary.builder()
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .lastUpdateToPayPerRequestDateTime(
                                status == TableStatus.CREATING ? null : definition.createdAt())
                        .build();
    }

    static ProvisionedThroughputDescription throughput(Optional<Throughput> throughput) {
        var shown = throughput.orElse(Throughput.of(0, 0));
        return ProvisionedThroughputDescription.builder()
                .readCapacityUnits(shown.read())
                .writeCapacityUnits(shown.write())
                .numberOfDecreasesToday((long) shown.decreases())
                .lastIncreaseDateTime(orNull(shown.increasedAt()))
                .lastDecreaseDateTime(orNull(shown.decreasedAt()))
                .build();
    }

    private static @Nullable Instant orNull(Optional<Instant> instant) {
        return instant.orElse(null);
    }

    private static @Nullable List<GlobalSecondaryIndexDescription> global(Table table, IndexStatus status) {
        var shown = new ArrayList<GlobalSecondaryIndexDescription>();
        for (var index : indexes(table, IndexDefinition.Scope.GLOBAL)) {
            var definition = index.definition();
            shown.add(GlobalSecondaryIndexDescription.builder()
                    .indexName(definition.name())
                    .indexArn(table.definition().indexArn(definition.name()))
                    .indexStatus(status)
                    .keySchema(keys(definition.keys()))
                    .projection(projection(definition.projected()))
                    .provisionedThroughput(throughput(definition.throughput()))
                    .itemCount(index.size())
                    .indexSizeBytes(index.bytes())
                    .build());
        }
        return shown.isEmpty() ? null : shown;
    }

    private static @Nullable List<LocalSecondaryIndexDescription> local(Table table) {
        var shown = new ArrayList<LocalSecondaryIndexDescription>();
        for (var index : indexes(table, IndexDefinition.Scope.LOCAL)) {
            var definition = index.definition();
            shown.add(LocalSecondaryIndexDescription.builder()
                    .indexName(definition.name())
                    .indexArn(table.definition().indexArn(definition.name()))
                    .keySchema(keys(definition.keys()))
                    .projection(projection(definition.projected()))
                    .itemCount(index.size())
                    .indexSizeBytes(index.bytes())
                    .build());
        }
        return shown.isEmpty() ? null : shown;
    }

    private static List<Index> indexes(Table table, IndexDefinition.Scope scope) {
        return table.indexes().all().stream()
                .filter(index -> index.definition().scope() == scope)
                .toList();
    }

    private static Projection projection(Projected projected) {
        var projection = Projection.builder().projectionType(projected.kind().name());
        if (!projected.more().isEmpty()) {
            projection.nonKeyAttributes(projected.more());
        }
        return projection.build();
    }

    private static List<KeySchemaElement> keys(KeySchema keys) {
        var elements = new ArrayList<KeySchemaElement>(2);
        elements.add(element(keys.hash(), KeyType.HASH));
        keys.sort().ifPresent(sort -> elements.add(element(sort, KeyType.RANGE)));
        return elements;
    }

    private static KeySchemaElement element(KeyAttribute key, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(key.name())
                .keyType(type)
                .build();
    }

    private static AttributeDefinition attribute(KeyAttribute key) {
        return AttributeDefinition.builder()
                .attributeName(key.name())
                .attributeType(key.type().name())
                .build();
    }
}
