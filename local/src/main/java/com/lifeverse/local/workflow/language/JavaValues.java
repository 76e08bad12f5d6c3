package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.local.kernel.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries values between JSON nodes and the plain Java values that the JSONata library works on. */
final class JavaValues {
    /** From here on JavaScript, and so JSONata, writes whole numbers with an exponent. */
    private static final BigDecimal EXPONENT_FROM = new BigDecimal("1E21");

    private JavaValues() {}

    /** The Java value of {@code node}; null stands for JSON's null inside lists and maps. */
    static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                node.properties().forEach(member -> map.put(member.getKey(), of(member.getValue())));
                yield map;
            }
            case ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                // Taken by its index, a null is not nothing.
                node.forEach(item -> list.add(variable(item)));
                yield list;
            }
            case STRING -> node.textValue();
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case NULL -> null;
            case BINARY, POJO, MISSING -> throw new IllegalArgumentException("Not a JSON value: " + node.getNodeType());
        };
    }

    /** As {@link #of}, for a variable: the library knows a variable that holds null from one that is not there. */
    static Object variable(JsonNode node) {
        var value = of(node);
        return value == null ? Jsonata.NULL_VALUE : value;
    }

    /** The node of a result; null if it is something that JSON cannot say, such as a function. */
    static @Nullable JsonNode node(@Nullable Object value) {
        if (value == null || Jsonata.NULL_VALUE.equals(value)) {
            return NullNode.getInstance();
        }
        return switch (value) {
            case String text -> TextNode.valueOf(text);
            case Boolean truth -> BooleanNode.valueOf(truth);
            case Number number -> number(number);
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            default -> null;
        };
    }

    private static JsonNode number(Number number) {
        return switch (number) {
            case Integer whole -> JsonNodeFactory.instance.numberNode(whole);
            case Long whole -> JsonNodeFactory.instance.numberNode(whole);
            case BigInteger whole -> JsonNodeFactory.instance.numberNode(whole);
            case BigDecimal decimal -> DecimalNode.valueOf(decimal);
            default -> computed(number.doubleValue());
        };
    }

    private static JsonNode computed(double value) {
        var exact = new BigDecimal(Double.toString(value));
        boolean whole = value == Math.rint(value) && exact.abs().compareTo(EXPONENT_FROM) < 0;
        return whole ? JsonNodeFactory.instance.numberNode(exact.toBigInteger()) : DecimalNode.valueOf(exact);
    }

    private static @Nullable JsonNode object(Map<?, ?> map) {
        var object = Json.object();
        for (var member : map.entrySet()) {
            var value = node(member.getValue());
            if (value == null) {
                return null;
            }
            object.set(String.valueOf(member.getKey()), value);
        }
        return object;
    }

    private static @Nullable JsonNode array(List<?> list) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var item : list) {
            var value = node(item);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }
}
