package com.lifeverse.trigger.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what a pattern demands literally: the fields of which an event must have one of a few texts, or it cannot match. */
final class ExactFields {
    private static final String EITHER = "$or";

    private final Map<String, List<String>> exact = new TreeMap<>();
    private final Map<String, Integer> mentions = new HashMap<>();

    private ExactFields() {}

    /**
     * The texts by the field's path, steps joined by dots as the matcher joins them. A field that is mentioned twice or
     * within {@code $or} is left out: there an event may match without it.
     */
    static Map<String, List<String>> of(JsonNode pattern) {
        var fields = new ExactFields();
        fields.visit(pattern, "", true);
        fields.exact.keySet().removeIf(path -> fields.mentions.getOrDefault(path, 0) > 1);
        return fields.exact;
    }

    private void visit(JsonNode object, String path, boolean demanded) {
        for (var field : object.properties()) {
            if (field.getKey().equals(EITHER)) {
                field.getValue().forEach(choice -> visit(choice, path, false));
                continue;
            }
            var below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (field.getValue().isObject()) {
                visit(field.getValue(), below, demanded);
            } else {
                leaf(field.getValue(), below, demanded);
            }
        }
    }

    private void leaf(JsonNode choices, String path, boolean demanded) {
        mentions.merge(path, 1, Integer::sum);
        var texts = new ArrayList<String>();
        choices.forEach(choice -> {
            if (choice.isTextual()) {
                texts.add(choice.asText());
            }
        });
        if (demanded && !texts.isEmpty() && texts.size() == choices.size()) {
            exact.put(path, texts.stream().distinct().toList());
        }
    }
}
