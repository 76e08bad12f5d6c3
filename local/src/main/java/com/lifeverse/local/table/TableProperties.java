package com.lifeverse.local.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.Projected;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the two resource types of tables have in common. */
record TableProperties(Declaration declaration) {
    /** Without these a declaration says the same to the local stack: they are about AWS's own care, price and pace. */
    static final Set<String> WITHOUT_LOCAL_MEANING = Set.of(
            "BillingMode",
            "ContributorInsightsSpecification",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "PointInTimeRecoverySpecification",
            "ProvisionedThroughput",
            "ReadOnDemandThroughputSettings",
            "ReadProvisionedThroughputSettings",
            "SSESpecification",
            "TableClass",
            "Tags",
            "WarmThroughput",
            "WriteOnDemandThroughputSettings",
            "WriteProvisionedThroughputSettings");

    private static final Set<String> HELD = Set.of(
            "AttributeDefinitions",
            "GlobalSecondaryIndexes",
            "KeySchema",
            "LocalSecondaryIndexes",
            "StreamSpecification",
            "TableName",
            "TimeToLiveSpecification");

    private static final Set<String> HELD_OF_INDEX = Set.of("IndexName", "KeySchema", "Projection");

    /** Refuses every property that is neither held nor without meaning; {@code more} are read by the caller. */
    TableDefinition definition(Set<String> more) {
        for (var name : declaration
                .properties()
                .propertyStream()
                .map(each -> each.getKey())
                .toList()) {
            if (!HELD.contains(name) && !WITHOUT_LOCAL_MEANING.contains(name) && !more.contains(name)) {
                throw unsupported(name, "the local tables have no such part");
            }
        }
        var name = declaration.properties().path("TableName").asText(declaration.generatedName());
        var keys = keys(declaration.properties(), "KeySchema");
        return new TableDefinition(name, keys, stream(), timeToLive(), Instant.EPOCH)
                .withIndexes(indexes(), attributes());
    }

    UnsupportedProperty unsupported(String property, String why) {
        return new UnsupportedProperty(declaration, property, why);
    }

    private List<KeyAttribute> attributes() {
        var attributes = new ArrayList<KeyAttribute>();
        for (var definition : declaration.properties().path("AttributeDefinitions")) {
            var name = definition.path("AttributeName").asText();
            attributes.add(new KeyAttribute(name, type(name)));
        }
        return attributes;
    }

    private List<IndexDefinition> indexes() {
        var indexes = new ArrayList<IndexDefinition>();
        for (var scope : IndexDefinition.Scope.values()) {
            var property = switch (scope) {
                case GLOBAL -> "GlobalSecondaryIndexes";
                case LOCAL -> "LocalSecondaryIndexes";
            };
            for (var index : declaration.properties().path(property)) {
                var known = new HashSet<>(HELD_OF_INDEX);
                known.addAll(WITHOUT_LOCAL_MEANING);
                refuseBut(index, property, known);
                indexes.add(new IndexDefinition(
                        index.path("IndexName").asText(),
                        scope,
                        keys(index, property + ".KeySchema"),
                        projected(index.path("Projection"), property + ".Projection"),
                        Optional.empty()));
            }
        }
        return indexes;
    }

    private Projected projected(JsonNode projection, String property) {
        refuseBut(projection, property, Set.of("ProjectionType", "NonKeyAttributes"));
        var more = new ArrayList<String>();
        projection.path("NonKeyAttributes").forEach(name -> more.add(name.asText()));
        return new Projected(
                Projected.Kind.valueOf(projection.path("ProjectionType").asText()), more);
    }

    private KeySchema keys(JsonNode from, String property) {
        return new KeySchema(
                key(from, property, "HASH").orElseThrow(() -> unsupported(property, "it has no HASH key")),
                key(from, property, "RANGE"));
    }

    private Optional<KeyAttribute> key(JsonNode from, String property, String kind) {
        Optional<KeyAttribute> found = Optional.empty();
        for (var element : from.path("KeySchema")) {
            if (element.path("KeyType").asText().equals(kind)) {
                if (found.isPresent()) {
                    throw unsupported(property, "keys of several " + kind + " attributes");
                }
                var name = element.path("AttributeName").asText();
                found = Optional.of(new KeyAttribute(name, type(name)));
            }
        }
        return found;
    }

    private Value.Type type(String attribute) {
        for (var definition : declaration.properties().path("AttributeDefinitions")) {
            if (definition.path("AttributeName").asText().equals(attribute)) {
                return Value.Type.valueOf(definition.path("AttributeType").asText());
            }
        }
        throw unsupported("KeySchema", "no attribute definition for " + attribute);
    }

    private Optional<StreamView> stream() {
        return given("StreamSpecification").map(stream -> {
            refuseBut(stream, "StreamSpecification", Set.of("StreamViewType", "StreamEnabled"));
            return StreamView.valueOf(stream.path("StreamViewType").asText());
        });
    }

    private Optional<String> timeToLive() {
        return given("TimeToLiveSpecification")
                .filter(ttl -> ttl.path("Enabled").asBoolean())
                .map(ttl -> ttl.path("AttributeName").asText());
    }

    private Optional<JsonNode> given(String property) {
        return Optional.ofNullable(declaration.properties().get(property));
    }

    void refuseBut(JsonNode object, String property, Set<String> known) {
        for (var name : object.propertyStream().map(each -> each.getKey()).toList()) {
            if (!known.contains(name)) {
                throw unsupported(property + "." + name, "the local tables have no such part");
            }
        }
    }
}
