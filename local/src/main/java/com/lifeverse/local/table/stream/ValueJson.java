package com.lifeverse.local.table.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.table.value.Value;
import java.util.Map;

/** Values in DynamoDB's JSON: {@code {"N":"1"}}. */
public final class ValueJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {}

    public static ObjectNode of(Map<String, Value> attributes) {
        var node = NODES.objectNode();
        attributes.forEach((name, value) -> node.set(name, of(value)));
        return node;
    }

    private static ObjectNode of(Value value) {
        var node = NODES.objectNode();
        var type = value.type().name();
        return switch (value) {
            case Value.S(var text) -> node.put(type, text);
            case Value.N number -> node.put(type, number.text());
            case Value.B(var bytes) -> node.put(type, bytes.base64());
            case Value.Bool(var isTrue) -> node.put(type, isTrue);
            case Value.Null() -> node.put(type, true);
            case Value.L(var elements) -> {
                var list = node.putArray(type);
                elements.forEach(each -> list.add(of(each)));
                yield node;
            }
            case Value.M(var entries) -> node.set(type, of(entries));
            case Value.SS(var texts) -> {
                texts.forEach(node.putArray(type)::add);
                yield node;
            }
            case Value.NS(var numbers) -> {
                var list = node.putArray(type);
                numbers.forEach(each -> list.add(each.text()));
                yield node;
            }
            case Value.BS(var members) -> {
                var list = node.putArray(type);
                members.forEach(each -> list.add(each.base64()));
                yield node;
            }
        };
    }
}
