package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a few places of a document: takes away, adds, replaces by a value of another kind or beyond a bound. */
final class JsonMutation {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "abc",
            "win",
            "trigger/x",
            "Ä",
            "\uD83C\uDFC6",
            "2026-11-20T18:42:07.5+01:00",
            "2026-02-30T00:00:00Z",
            "x".repeat(400));
    private static final List<Integer> NUMBERS = List.of(-1, 0, 1, 2, 10, 11, 100, 101, 86_400, 86_401, 1_000_001);

    private final Random random;
    private final List<String> names;

    JsonMutation(Random random, JsonNode schema) {
        this.random = random;
        names = new ArrayList<>(List.of("unknown", "a/b", "~"));
        schema.path("properties").fieldNames().forEachRemaining(names::add);
    }

    /** A changed copy. */
    JsonNode of(JsonNode sample) {
        JsonNode mutant = sample.deepCopy();
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            mutant = changed(mutant);
        }
        return mutant;
    }

    private JsonNode changed(JsonNode node) {
        return switch (node) {
            case ObjectNode object when random.nextInt(12) > 0 -> changedObject(object);
            case ArrayNode array when random.nextInt(6) > 0 -> changedArray(array);
            default -> value();
        };
    }

    private ObjectNode changedObject(ObjectNode object) {
        var fields = new ArrayList<String>();
        object.fieldNames().forEachRemaining(fields::add);
        int choice = random.nextInt(6);
        if (choice == 0 || fields.isEmpty()) {
            object.set(pick(names), value());
        } else if (choice == 1) {
            object.remove(pick(fields));
        } else {
            var name = pick(fields);
            object.set(name, changed(object.path(name)));
        }
        return object;
    }

    private ArrayNode changedArray(ArrayNode array) {
        int choice = random.nextInt(4);
        if (choice == 0 || array.isEmpty()) {
            array.add(value());
        } else if (choice == 1) {
            array.remove(random.nextInt(array.size()));
        } else {
            int at = random.nextInt(array.size());
            array.set(at, changed(array.path(at)));
        }
        return array;
    }

    private JsonNode value() {
        var json = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.objectNode();
            case 3 -> json.arrayNode();
            case 4 -> json.numberNode(pick(NUMBERS) + 0.5);
            case 5 -> json.numberNode((double) pick(NUMBERS));
            case 6 -> json.numberNode(pick(NUMBERS).intValue());
            default -> json.textNode(pick(TEXTS));
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
