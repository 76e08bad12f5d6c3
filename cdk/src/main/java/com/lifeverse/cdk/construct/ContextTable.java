package com.lifeverse.cdk.construct;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/**
 * A table of one context: paid by the request, restorable to any second of the last 35 days, and swept of items whose
 * {@code ttl} (epoch seconds) has passed. Keys are strings.
 */
public final class ContextTable extends Construct {
    private final TableV2 table;

    private ContextTable(Construct scope, Deployment deployment, Keys keys) {
        super(scope, keys.id);
        var stage = deployment.stage();
        var builder = TableV2.Builder.create(this, "Table")
                .partitionKey(string(keys.partition))
                .billing(Billing.onDemand())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .timeToLiveAttribute("ttl")
                .deletionProtection(stage.keepsData())
                .removalPolicy(stage.removal());
        if (keys.sort != null) {
            builder.sortKey(string(keys.sort));
        }
        if (keys.index != null) {
            var index = GlobalSecondaryIndexPropsV2.builder()
                    .indexName(keys.index)
                    .partitionKey(string(Objects.requireNonNull(keys.indexed)))
                    .projectionType(ProjectionType.KEYS_ONLY);
            if (keys.ordered != null) {
                index.sortKey(string(keys.ordered));
            }
            builder.globalSecondaryIndexes(List.of(index.build()));
        }
        if (keys.told) {
            builder.dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES);
        }
        this.table = builder.build();
    }

    /** Begins a table by its name within the context and its partition key. */
    public static Keys keyed(String id, String partitionKey) {
        return new Keys(id, partitionKey, null, false, null, null, null);
    }

    public String name() {
        return table.getTableName();
    }

    public String arn() {
        return table.getTableArn();
    }

    /** The ARN of one of its indexes. */
    public String indexArn(String index) {
        return arn() + "/index/" + index;
    }

    /** The stream of changes; there is one only if the table was made with it. */
    public String streamArn() {
        return Objects.requireNonNull(table.getTableStreamArn(), "this table has no stream");
    }

    private static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    /** What a table will be; ends with {@link #in}. */
    public record Keys(
            String id,
            String partition,
            @Nullable String sort,
            boolean told,
            @Nullable String index,
            @Nullable String indexed,
            @Nullable String ordered) {
        public Keys sortedBy(String sortKey) {
            return new Keys(id, partition, sortKey, told, index, indexed, ordered);
        }

        /** With a stream of old and new images, for an outbox. */
        public Keys withStream() {
            return new Keys(id, partition, sort, true, index, indexed, ordered);
        }

        /** With an index of the keys of those items, and of no others, that have this attribute. */
        public Keys foundBy(String name, String attribute) {
            return new Keys(id, partition, sort, told, name, attribute, null);
        }

        /** As {@link #foundBy(String, String)}, in the order of another attribute. */
        public Keys foundBy(String name, String attribute, String order) {
            return new Keys(id, partition, sort, told, name, attribute, order);
        }

        public ContextTable in(Construct scope, Deployment deployment) {
            return new ContextTable(scope, deployment, this);
        }
    }
}
