package com.lifeverse.local.table.request;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Values between the SDK's form and the engine's; from the SDK they are checked as DynamoDB checks them, whose
 * operations word their complaints in two ways.
 */
public final class AttributeValues {
    private AttributeValues() {}

    /** The attributes of an item or a key. */
    public static Map<String, Value> values(Map<String, AttributeValue> attributes, Wording wording) {
        return new Reading(wording).map(attributes, 0);
    }

    /** The values that came with an expression. */
    static Map<String, Value> arguments(Map<String, AttributeValue> given, Wording wording) {
        var values = LinkedHashMap.<String, Value>newLinkedHashMap(given.size());
        var reading = new Reading(wording);
        given.forEach((name, attribute) -> {
            try {
                values.put(name, reading.value(attribute, 0));
            } catch (InvalidRequest e) {
                throw wording.argument(e, name);
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

    static Bytes bytes(SdkBytes bytes) {
        return Bytes.of(bytes.asByteArrayUnsafe());
    }

    private static SdkBytes sdkBytes(Bytes bytes) {
        return SdkBytes.fromByteArrayUnsafe(bytes.copy());
    }
}
