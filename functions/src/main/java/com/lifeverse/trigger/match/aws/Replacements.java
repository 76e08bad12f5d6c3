package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where a pattern mentions a field under {@code $or} and beside it, or twice beside each other with dots in its name. Event-ruler goes by
 * one of the two only, so that who reads the pattern, people and lint alike, takes the trigger to hear less than it does.
 */
final class Replacements {
    private Replacements() {}

    /** What is wrong with the pattern; empty if nothing is. */
    static Optional<String> fault(JsonNode pattern) {
        var replaced = new HashSet<String>();
        mentioned(pattern, "", replaced);
        return replaced.stream()
                .sorted()
                .findFirst()
                .map(path ->
                        "mentions %s twice, under $or and beside it; event-ruler goes by one of them: put it in each alternative"
                                .formatted(path));
    }

    private static Set<String> mentioned(JsonNode object, String path, Set<String> replaced) {
        var mentioned = new HashSet<String>();
        for (var field : object.properties()) {
            var below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            var here = new HashSet<String>();
            if (field.getKey().equals("$or") && field.getValue().isArray()) {
                field.getValue().forEach(choice -> here.addAll(mentioned(choice, path, replaced)));
            } else if (field.getValue().isObject()) {
                here.addAll(mentioned(field.getValue(), below, replaced));
            } else {
                here.add(below);
            }
            here.stream().filter(mentioned::contains).forEach(replaced::add);
            mentioned.addAll(here);
        }
        return mentioned;
    }
}
