package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.Projected;
import com.lifeverse.local.table.schema.Throughput;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** From key elements and attribute definitions to keys, with what AWS has to say about them. */
final class KeyRules {
    private static final int MAX_PROJECTED = 100;
    private static final long MAX_THROUGHPUT = 1_000_000_000_000L;

    private final Map<String, Value.Type> types = new LinkedHashMap<>();

    KeyRules(List<AttributeDefinition> definitions) {
        for (var definition : definitions) {
            var type = Value.Type.valueOf(definition.attributeTypeAsString());
            if (types.put(definition.attributeName(), type) != null) {
                throw InvalidRequest.parameter("Duplicate AttributeName in AttributeDefinitions: "
                        + definition.attributeName() + ". Cannot have two attributes with the same name");
            }
        }
    }

    /** All attributes that are defined, in the order of the definitions. */
    List<KeyAttribute> attributes() {
        var attributes = new ArrayList<KeyAttribute>();
        types.forEach((name, type) -> attributes.add(new KeyAttribute(name, type)));
        return attributes;
    }

    /** The key of a table. */
    KeySchema tableKeys(List<KeySchemaElement> elements) {
        if (elements.size() > types.size()) {
            throw new InvalidRequest("Invalid KeySchema: Some index key attribute have no definition");
        }
        return keys(elements);
    }

    /** A key whose attributes are all defined, hash before range. */
    KeySchema keys(List<KeySchemaElement> elements) {
        var names = elements.stream().map(KeySchemaElement::attributeName).toList();
        if (!types.keySet().containsAll(names)) {
            throw InvalidRequest.parameter("Some index key attributes are not defined in AttributeDefinitions. Keys: "
                    + names + ", AttributeDefinitions: " + types.keySet());
        }
        if (names.size() == 2 && names.getFirst().equals(names.getLast())) {
            throw new InvalidRequest("Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }
        if (elements.getFirst().keyType() != KeyType.HASH) {
            throw new InvalidRequest("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        if (elements.size() == 2 && elements.getLast().keyType() != KeyType.RANGE) {
            throw new InvalidRequest("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        return new KeySchema(
                attribute(names.getFirst()),
                names.size() == 2 ? Optional.of(attribute(names.getLast())) : Optional.empty());
    }

    IndexDefinition index(IndexDefinition.Scope scope, IndexShape shape) {
        var name = given(shape.name());
        var keys = keys(given(shape.keys()));
        return new IndexDefinition(
                name, scope, keys, projected(given(shape.projection())), throughput(shape.throughput()));
    }

    /** Refuses attributes that no key is made of. */
    void refuseUnused(KeySchema table, List<IndexDefinition> indexes) {
        if (indexes.isEmpty() && table.attributes().size() != types.size()) {
            throw InvalidRequest.parameter("Number of attributes in KeySchema does not exactly match number of "
                    + "attributes defined in AttributeDefinitions");
        }
        var used = new ArrayList<>(table.names());
        indexes.forEach(index -> used.addAll(index.keys().names()));
        if (!used.containsAll(types.keySet())) {
            throw InvalidRequest.parameter(
                    "Some AttributeDefinitions are not used. AttributeDefinitions: " + types.keySet() + ", keys used: "
                            + used.stream().distinct().toList());
        }
    }

    static Optional<Throughput> throughput(@Nullable ProvisionedThroughput asked) {
        return Optional.ofNullable(asked)
                .map(each -> Throughput.of(each.readCapacityUnits(), each.writeCapacityUnits()));
    }

    static void requireBounds(@Nullable ProvisionedThroughput asked) {
        if (asked != null) {
            requireBounds("ReadCapacityUnits", asked.readCapacityUnits());
            requireBounds("WriteCapacityUnits", asked.writeCapacityUnits());
        }
    }

    static boolean isOutOfBounds(ProvisionedThroughput asked) {
        return asked.readCapacityUnits() > MAX_THROUGHPUT || asked.writeCapacityUnits() > MAX_THROUGHPUT;
    }

    static void requireChange(Throughput there, Throughput wanted) {
        if (there.isSameAs(wanted)) {
            throw new InvalidRequest("The provisioned throughput for the table will not change. The requested value "
                    + "equals the current value. Current ReadCapacityUnits provisioned for the table: " + there.read()
                    + ". Requested ReadCapacityUnits: " + wanted.read() + ". "
                    + "Current WriteCapacityUnits provisioned for the table: " + there.write()
                    + ". Requested WriteCapacityUnits: " + wanted.write() + ". "
                    + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher "
                    + "limits.");
        }
    }

    /** The attributes that all indexes name together, each as often as it is named; AWS documents the limit without its words. */
    static void requireFewProjected(List<IndexDefinition> indexes) {
        long named = indexes.stream()
                .mapToLong(index -> index.projected().more().size())
                .sum();
        if (named > MAX_PROJECTED) {
            throw InvalidRequest.parameter("NonKeyAttributes of all indexes together exceed the per-table limit of "
                    + MAX_PROJECTED + ": " + named);
        }
    }

    private static void requireBounds(String parameter, long value) {
        if (value > MAX_THROUGHPUT) {
            throw new InvalidRequest("Given value " + value + " for " + parameter + " is out of bounds");
        }
    }

    private static Projected projected(Projection projection) {
        var type = projection.projectionTypeAsString();
        if (type == null) {
            throw InvalidRequest.parameter("Unknown ProjectionType: null");
        }
        var kind = Projected.Kind.valueOf(type);
        boolean isInclude = kind == Projected.Kind.INCLUDE;
        if (projection.hasNonKeyAttributes() && !isInclude) {
            throw InvalidRequest.parameter("ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
        if (isInclude && !projection.hasNonKeyAttributes()) {
            throw InvalidRequest.parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        var names = new HashSet<String>();
        for (var name : projection.nonKeyAttributes()) {
            if (!names.add(name)) {
                throw InvalidRequest.parameter("Duplicate attribute name in NonKeyAttributes: " + name);
            }
        }
        return new Projected(kind, projection.nonKeyAttributes());
    }

    private KeyAttribute attribute(String name) {
        return new KeyAttribute(name, given(types.get(name)));
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The constraints let an absent value pass");
        }
        return value;
    }
}
