package com.lifeverse.trigger.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the matcher takes {@code $or} for a choice between patterns; elsewhere it is a field of that name to it. */
final class Alternatives {
    private static final String EITHER = "$or";
    private static final Set<String> OPERATORS = Set.of(
            "exactly",
            "prefix",
            "suffix",
            "anything-but",
            "exists",
            "wildcard",
            "numeric",
            "cidr",
            "equals-ignore-case");

    private Alternatives() {}

    /** Whether what stands under this name in a pattern that the matcher takes is such a choice. */
    static boolean are(String name, Object value) {
        return name.equals(EITHER)
                && value instanceof List<?> choices
                && choices.stream()
                        .allMatch(choice -> choice instanceof Map<?, ?> pattern
                                && pattern.keySet().stream().noneMatch(OPERATORS::contains));
    }
}
