package com.lifeverse.local.table.request;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values between the SDK's form and the engine's; from the SDK they are checked as DynamoDB checks them. */
public final class AttributeValues {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 65535;

    private AttributeValues() {}

    /** The attributes of an item or a key. */
    public static Map<String, Value> values(Map<String, AttributeValue> attributes) {
        return values(attributes, 0);
    }

    /** The values that came with an expression. */
    static Map<String, Value> arguments(Map<String, AttributeValue> given) {
        var values = LinkedHashMap.<String, Value>newLinkedHashMap(given.size());
        given.forEach((name, attribute) -> {
            try {
                values.put(name, value(attribute, 0));
            } catch (InvalidRequest e) {
                throw new InvalidRequest(
                        "ExpressionAttributeValues contains invalid value: " + e.getMessage() + " for key " + name);
            }
        });
        return values;
    }

    static String nameTooLong(int length) {
        return "Attribute name is too large, must be less than 65536 bytes; it has " + length;
    }

    /** {@code values} as the SDK has them. */
    public static Map<String, AttributeValue> attributes(Map<String, Value> values) {
        var attributes = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(values.size());
        values.forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static Map<String, Value> values(Map<String, AttributeValue> attributes, int depth) {
        var values = LinkedHashMap.<String, Value>newLinkedHashMap(attributes.size());
        attributes.forEach((name, attribute) -> {
            requireName(name);
            values.put(name, value(attribute, depth));
        });
        return values;
    }

    private static void requireName(String name) {
        if (name.length() > MAX_NAME / 3) {
            int length = Bytes.utf8Length(name);
            if (length > MAX_NAME) {
                throw InvalidRequest.parameter(nameTooLong(length));
            }
        }
    }

    private static Value value(AttributeValue attribute, int depth) {
        if (depth > MAX_DEPTH) {
            throw InvalidRequest.parameter("Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit");
        }
        return switch (attribute.type()) {
            case S -> new Value.S(attribute.s());
            case N -> Value.N.parse(attribute.n());
            case B -> new Value.B(bytes(attribute.b()));
            case BOOL -> new Value.Bool(attribute.bool());
            case NUL -> {
                if (!attribute.nul()) {
                    throw InvalidRequest.parameter("Null attribute value types must have the value of true");
                }
                yield new Value.Null();
            }
            case L ->
                new Value.L(attribute.l().stream()
                        .map(each -> value(each, depth + 1))
                        .toList());
            case M -> new Value.M(values(attribute.m(), depth + 1));
            case SS ->
                new Value.SS(set(
                        attribute.ss(),
                        Function.identity(),
                        "One or more parameter values were invalid: An string set  may not be empty",
                        "One or more parameter values were invalid: Input collection " + attribute.ss()
                                + " contains duplicates."));
            case NS ->
                new Value.NS(set(
                        attribute.ns(),
                        Value.N::parse,
                        "One or more parameter values were invalid: An number set  may not be empty",
                        "Input collection contains duplicates"));
            case BS ->
                new Value.BS(set(
                        attribute.bs(),
                        AttributeValues::bytes,
                        "One or more parameter values were invalid: Binary sets should not be empty",
                        "One or more parameter values were invalid: Input collection " + base64(attribute.bs())
                                + "of type BS contains duplicates."));
            case UNKNOWN_TO_SDK_VERSION ->
                throw new InvalidRequest(
                        attribute.equals(AttributeValue.builder().build())
                                ? "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
                                : "Supplied AttributeValue has more than one datatypes set, "
                                        + "must contain exactly one of the supported datatypes");
        };
    }

    private static <A, T> Set<T> set(
            List<A> members, Function<A, T> convert, String complaintIfEmpty, String complaintIfDouble) {
        if (members.isEmpty()) {
            throw new InvalidRequest(complaintIfEmpty);
        }
        var set = LinkedHashSet.<T>newLinkedHashSet(members.size());
        for (var member : members) {
            if (!set.add(convert.apply(member))) {
                throw new InvalidRequest(complaintIfDouble);
            }
        }
        return set;
    }

    private static AttributeValue attribute(Value value) {
        return switch (value) {
            case Value.S(var text) -> AttributeValue.fromS(text);
            case Value.N number -> AttributeValue.fromN(number.text());
            case Value.B(var bytes) -> AttributeValue.fromB(sdkBytes(bytes));
            case Value.Bool(var isTrue) -> AttributeValue.fromBool(isTrue);
            case Value.Null _ -> AttributeValue.fromNul(true);
            case Value.L(var elements) ->
                AttributeValue.fromL(
                        elements.stream().map(AttributeValues::attribute).toList());
            case Value.M(var entries) -> AttributeValue.fromM(attributes(entries));
            case Value.SS(var texts) -> AttributeValue.fromSs(List.copyOf(texts));
            case Value.NS(var numbers) ->
                AttributeValue.fromNs(numbers.stream().map(Value.N::text).toList());
            case Value.BS(var members) ->
                AttributeValue.fromBs(
                        members.stream().map(AttributeValues::sdkBytes).toList());
        };
    }

    private static Bytes bytes(SdkBytes bytes) {
        return Bytes.of(bytes.asByteArrayUnsafe());
    }

    private static SdkBytes sdkBytes(Bytes bytes) {
        return SdkBytes.fromByteArrayUnsafe(bytes.copy());
    }

    private static List<String> base64(Collection<SdkBytes> members) {
        return members.stream().map(each -> bytes(each).base64()).toList();
    }
}
