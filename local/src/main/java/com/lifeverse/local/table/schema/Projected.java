package com.lifeverse.local.table.schema;

import java.util.List;

/**
 * Which attributes an index holds besides the keys.
 *
 * @param more the names of those attributes, if the kind is INCLUDE
 */
public record Projected(Kind kind, List<String> more) {
    /** DynamoDB's projection types. */
    public enum Kind {
        ALL,
        KEYS_ONLY,
        INCLUDE
    }

    public static final Projected ALL = new Projected(Kind.ALL, List.of());

    public Projected {
        more = List.copyOf(more);
    }
}
