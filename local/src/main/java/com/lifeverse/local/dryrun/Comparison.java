package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Event by event, what one version makes of them and the other does not. */
final class Comparison {
    /** An event of which the two made different things. */
    record Example(String event, String playerId, String before, String after) {}

    private final SortedMap<String, Long> changes = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long alike;

    void add(List<Outcome> before, List<Outcome> after, JsonNode event) {
        if (before.equals(after)) {
            alike++;
            return;
        }
        var was = DryRun.words(before);
        var is = DryRun.words(after);
        changes.merge(was + " -> " + is, 1L, Long::sum);
        if (examples.size() < Tally.LISTED) {
            examples.add(new Example(
                    event.path("id").asText(), event.path("playerId").asText(), was, is));
        }
    }

    /** Of how many events both made the same. */
    long alike() {
        return alike;
    }

    /** How many events each change befell, as {@code counted -> fired}. */
    SortedMap<String, Long> changes() {
        return Collections.unmodifiableSortedMap(changes);
    }

    /** The first of them. */
    List<Example> examples() {
        return List.copyOf(examples);
    }
}
