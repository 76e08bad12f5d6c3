package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** An index as a request wants it; the three ways to ask for one differ only in their classes. */
record IndexShape(
        @Nullable String name,
        @Nullable List<KeySchemaElement> keys,
        @Nullable Projection projection,
        @Nullable ProvisionedThroughput throughput) {
    private static final int MAX_KEYS = 2;
    private static final int MAX_PROJECTED = 20;
    private static final int MAX_NAME = 255;
    private static final List<String> PROJECTIONS = List.of("ALL", "INCLUDE", "KEYS_ONLY");

    static IndexShape of(GlobalSecondaryIndex index) {
        return new IndexShape(
                index.indexName(),
                index.hasKeySchema() ? index.keySchema() : null,
                index.projection(),
                index.provisionedThroughput());
    }

    static IndexShape of(LocalSecondaryIndex index) {
        return new IndexShape(
                index.indexName(), index.hasKeySchema() ? index.keySchema() : null, index.projection(), null);
    }

    static IndexShape of(CreateGlobalSecondaryIndexAction index) {
        return new IndexShape(
                index.indexName(),
                index.hasKeySchema() ? index.keySchema() : null,
                index.projection(),
                index.provisionedThroughput());
    }

    void constrain(Constraints constraints, String path) {
        constraints.notNull(path + ".projection", projection);
        if (projection != null) {
            constraints.oneOf(path + ".projection.projectionType", projection.projectionTypeAsString(), PROJECTIONS);
            if (projection.hasNonKeyAttributes()) {
                constraints.size(
                        path + ".projection.nonKeyAttributes", projection.nonKeyAttributes(), 1, MAX_PROJECTED);
                for (int i = 0; i < projection.nonKeyAttributes().size(); i++) {
                    constraints.length(
                            path + ".projection.nonKeyAttributes." + (i + 1) + ".member",
                            projection.nonKeyAttributes().get(i),
                            1,
                            MAX_NAME);
                }
            }
        }
        constraints.name(path + ".indexName", name);
        constrain(constraints, path + ".provisionedThroughput", throughput);
        constraints.notNull(path + ".keySchema", keys);
        if (keys != null) {
            constrain(constraints, path + ".keySchema", keys);
        }
    }

    static void constrain(Constraints constraints, String path, List<KeySchemaElement> keys) {
        constraints.size(path, keys.stream().map(IndexShape::shown).toList(), 1, MAX_KEYS);
        for (int i = 0; i < keys.size(); i++) {
            var member = path + "." + (i + 1) + ".member.";
            attribute(constraints, member + "attributeName", keys.get(i).attributeName());
            constraints.notNull(member + "keyType", keys.get(i).keyTypeAsString());
            constraints.oneOf(member + "keyType", keys.get(i).keyTypeAsString(), List.of("HASH", "RANGE"));
        }
    }

    private static String shown(KeySchemaElement key) {
        return "KeySchemaElement(attributeName=" + key.attributeName() + ", keyType=" + key.keyTypeAsString() + ")";
    }

    static void constrain(Constraints constraints, String path, @Nullable ProvisionedThroughput throughput) {
        if (throughput != null) {
            constraints
                    .notNull(path + ".writeCapacityUnits", throughput.writeCapacityUnits())
                    .atLeast(path + ".writeCapacityUnits", throughput.writeCapacityUnits(), 1)
                    .notNull(path + ".readCapacityUnits", throughput.readCapacityUnits())
                    .atLeast(path + ".readCapacityUnits", throughput.readCapacityUnits(), 1);
        }
    }

    static void attribute(Constraints constraints, String path, @Nullable String name) {
        constraints.notNull(path, name);
        if (name != null) {
            constraints.length(path, name, 1, MAX_NAME);
        }
    }
}
