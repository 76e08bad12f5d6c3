package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that an event must have for a pattern to match.
 *
 * @param path its steps joined by dots, as the matcher joins them
 * @param clues one of them must allow one of the event's values
 */
record Leaf(String path, List<Clue> clues) {
    private static final String EITHER = "$or";

    Leaf {
        clues = List.copyOf(clues);
    }

    /**
     * The fields that the pattern demands. One that is mentioned twice, stands under {@code $or} or may be absent is left out:
     * an event may match without it.
     */
    static List<Leaf> of(JsonNode pattern) {
        var mentions = new HashMap<String, Integer>();
        var leaves = new LinkedHashMap<String, Leaf>();
        visit(pattern, "", true, mentions, leaves);
        return leaves.values().stream()
                .filter(leaf -> mentions.getOrDefault(leaf.path(), 0) == 1)
                .toList();
    }

    /** False if the matcher would take none of these values. */
    boolean allows(@Nullable Said values) {
        for (var value = values; value != null; value = value.next) {
            for (var clue : clues) {
                if (clue.allows(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void visit(
            JsonNode object, String path, boolean demanded, Map<String, Integer> mentions, Map<String, Leaf> leaves) {
        for (var field : object.properties()) {
            if (field.getKey().equals(EITHER) && field.getValue().isArray()) {
                field.getValue().forEach(choice -> visit(choice, path, false, mentions, leaves));
                continue;
            }
            var below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (field.getValue().isObject()) {
                visit(field.getValue(), below, demanded, mentions, leaves);
                continue;
            }
            mentions.merge(below, 1, Integer::sum);
            if (demanded && !mayBeAbsent(field.getValue())) {
                var clues = new ArrayList<Clue>();
                field.getValue().forEach(alternative -> clues.add(Clue.of(alternative)));
                leaves.put(below, new Leaf(below, clues));
            }
        }
    }

    static boolean mayBeAbsent(JsonNode alternatives) {
        for (var alternative : alternatives) {
            if (alternative.has("exists") && !alternative.get("exists").asBoolean()) {
                return true;
            }
        }
        return false;
    }
}
