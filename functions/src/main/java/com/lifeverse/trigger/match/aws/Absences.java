package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a pattern may not ask for a field's absence: in an alternative, if the field is mentioned elsewhere too. Of such a
 * pattern event-ruler 2.1.0 makes now one machine, now another, with different verdicts ({@code VerdictsTest} has the case).
 */
final class Absences {
    private final Map<String, Integer> mentions = new HashMap<>();
    private final Set<String> absent = new HashSet<>();

    private Absences() {}

    /** What is wrong with the pattern; empty if nothing is. */
    static Optional<String> fault(JsonNode pattern) {
        var found = new Absences();
        found.visit(pattern, "", false);
        return found.absent.stream()
                .filter(path -> found.mentions.getOrDefault(path, 0) > 1)
                .sorted()
                .findFirst()
                .map(path ->
                        "asks under $or for the absence of %s, which it mentions elsewhere too; make two triggers of it"
                                .formatted(path));
    }

    private void visit(JsonNode object, String path, boolean alternative) {
        for (var field : object.properties()) {
            if (field.getKey().equals("$or") && field.getValue().isArray()) {
                field.getValue().forEach(choice -> visit(choice, path, true));
                continue;
            }
            var below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (field.getValue().isObject()) {
                visit(field.getValue(), below, alternative);
                continue;
            }
            mentions.merge(below, 1, Integer::sum);
            if (alternative && Leaf.mayBeAbsent(field.getValue())) {
                absent.add(below);
            }
        }
    }
}
