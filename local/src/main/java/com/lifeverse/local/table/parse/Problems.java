package com.lifeverse.local.table.parse;

import java.util.EnumMap;
import java.util.Map;

/** What is wrong with a text that can be read all the same: the first of each kind, for AWS tells the kinds in order. */
final class Problems {
    enum Rank {
        OPERATORS,
        PARENTHESES,
        FUNCTION_NAME,
        MISUSE,
        RESERVED,
        SECTION,
        NAME,
        OVERLAP,
        CONFLICT
    }

    private final Kind kind;
    private final Map<Rank, String> first = new EnumMap<>(Rank.class);

    Problems(Kind kind) {
        this.kind = kind;
    }

    void note(Rank rank, String problem) {
        first.putIfAbsent(rank, problem);
    }

    /** Complains about the first problem in this order of kinds. */
    void refuse(Rank... order) {
        if (first.isEmpty()) {
            return;
        }
        for (var rank : order) {
            var problem = first.get(rank);
            if (problem != null) {
                throw kind.invalid(problem);
            }
        }
    }
}
