package com.lifeverse.session.group.command;

import com.lifeverse.session.group.Joinability;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be different. A property without a value goes; one that is not named stays.
 */
public record Patch(
        Optional<Joinability> joinability,
        Map<String, Optional<String>> properties,
        Map<String, Optional<String>> searchable,
        Optional<Boolean> backfill) {

    /** Those values with the changes made to them. */
    public static Map<String, String> merged(Map<String, String> values, Map<String, Optional<String>> changes) {
        var all = new TreeMap<>(values);
        changes.forEach((name, value) -> value.ifPresentOrElse(given -> all.put(name, given), () -> all.remove(name)));
        return all;
    }
}
