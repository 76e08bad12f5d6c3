package com.lifeverse.local.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Reads requests out of JSON. Members that the operation does not have are passed over, and so is what is null; a member
 * of another type than its own is refused in the words of AWS's own reader.
 */
public final class RequestReader {
    private static final String MODEL = "com.amazonaws.dynamodb.v20120810.";
    private static final int MAX_DEPTH = 500;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(400)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestReader() {}

    /** The object that {@code body} is; refuses all else. */
    public static JsonNode parse(byte[] body) {
        try {
            var node = JSON.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw Mismatch.unreadable(e);
        }
        throw Mismatch.unreadable(null);
    }

    /** Fills {@code builder} from the members of {@code object} and builds it. */
    public static SdkPojo read(JsonNode object, SdkPojo builder) {
        for (var field : builder.sdkFields()) {
            var member = object.get(field.locationName());
            if (member != null && !member.isNull()) {
                field.set(builder, value(member, field, Place.FIELD));
            }
        }
        return built(builder);
    }

    /** AWS's reader finds fault with a structure's field and with a container's element in different words. */
    private enum Place {
        FIELD("Unexpected field type", "Unexpected field type"),
        ELEMENT(
                "Unexpected value type in payload",
                "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class"
                        + " java.lang.Class (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and"
                        + " java.lang.Class are in module java.base of loader 'bootstrap')");

        private final String noStructure;
        private final String noContainer;

        Place(String noStructure, String noContainer) {
            this.noStructure = noStructure;
            this.noContainer = noContainer;
        }
    }

    private static Object value(JsonNode node, SdkField<?> field, Place place) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> Scalars.text(node);
            case BOOLEAN -> Scalars.truth(node);
            case INTEGER -> Scalars.integer(node);
            case LONG -> Scalars.longInteger(node);
            case DOUBLE -> Scalars.fraction(node);
            case INSTANT -> Scalars.instant(node);
            case SDK_BYTES -> Scalars.bytes(node);
            case LIST -> list(node, field.getRequiredTrait(ListTrait.class).memberFieldInfo(), place);
            case MAP -> map(node, field.getRequiredTrait(MapTrait.class).valueFieldInfo(), place);
            case SDK_POJO -> structure(node, field, place);
            case NULL, FLOAT, SHORT, BYTE, BIG_DECIMAL, DOCUMENT ->
                throw new IllegalStateException("DynamoDB's model has no such type: " + field.memberName());
        };
    }

    private static SdkPojo structure(JsonNode node, SdkField<?> field, Place place) {
        if (node.isArray()) {
            throw new Mismatch("Unrecognized collection type class " + javaName(field));
        }
        if (!node.isObject()) {
            throw new Mismatch(place.noStructure);
        }
        return read(node, field.constructor().get());
    }

    private static List<Object> list(JsonNode node, SdkField<?> member, Place place) {
        if (node.isObject()) {
            throw new Mismatch("Start of structure or map found where not expected");
        }
        if (!node.isArray()) {
            throw new Mismatch(place.noContainer);
        }
        var list = new ArrayList<>(node.size());
        for (var each : node) {
            list.add(element(each, member));
        }
        return list;
    }

    private static Map<String, Object> map(JsonNode node, SdkField<?> member, Place place) {
        if (node.isArray()) {
            throw new Mismatch(
                    "Unrecognized collection type java.util.Map<java.lang.String, " + javaName(member) + ">");
        }
        if (!node.isObject()) {
            throw new Mismatch(place.noContainer);
        }
        var map = LinkedHashMap.<String, Object>newLinkedHashMap(node.size());
        node.forEachEntry((name, each) -> map.put(name, element(each, member)));
        return map;
    }

    /** A null among a container's elements is nothing that can be passed over: it stands for an empty structure. */
    private static Object element(JsonNode node, SdkField<?> member) {
        if (!node.isNull()) {
            return value(node, member, Place.ELEMENT);
        }
        if (member.constructor() == null) {
            throw new Mismatch("Unexpected value type in payload");
        }
        return built(member.constructor().get());
    }

    private static SdkPojo built(SdkPojo builder) {
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    private static String javaName(SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO ->
                MODEL + field.constructor().get().getClass().getEnclosingClass().getSimpleName();
            case LIST ->
                "java.util.List<"
                        + javaName(field.getRequiredTrait(ListTrait.class).memberFieldInfo()) + ">";
            case MAP ->
                "java.util.Map<java.lang.String, "
                        + javaName(field.getRequiredTrait(MapTrait.class).valueFieldInfo()) + ">";
            case STRING, BOOLEAN, INTEGER, LONG, DOUBLE, FLOAT, SHORT, BYTE ->
                "java.lang." + field.marshallingType().getTargetClass().getSimpleName();
            case NULL, INSTANT, SDK_BYTES, BIG_DECIMAL, DOCUMENT ->
                field.marshallingType().getTargetClass().getName();
        };
    }
}
