package com.lifeverse.liveops.flag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be set in the game.
 *
 * @param name as code and events call it
 * @param type what its values are
 * @param standard what it is where nobody sets it
 * @param variants what it is instead for some players, for good; the first that is for a player counts
 * @param description what it does
 * @param owner the team that answers for it
 */
public record Flag(String name, Type type, Object standard, List<Variant> variants, String description, String owner) {
    /** What values are. */
    public enum Type {
        BOOLEAN,
        INTEGER,
        NUMBER,
        TEXT,
        LIST,
        /** Several values by their names; what is set of some leaves the others. */
        OBJECT;

        /** True if that value is one of it. */
        public boolean fits(Object value) {
            return switch (this) {
                case BOOLEAN -> value instanceof Boolean;
                case INTEGER -> value instanceof Integer || value instanceof Long;
                case NUMBER -> value instanceof Number;
                case TEXT -> value instanceof String;
                case LIST -> value instanceof List<?>;
                case OBJECT -> value instanceof Map<?, ?>;
            };
        }

        /** What that value is; a number that is whole is a number, too. */
        public static Type of(Object value) {
            return switch (value) {
                case Boolean _ -> BOOLEAN;
                case String _ -> TEXT;
                case List<?> _ -> LIST;
                case Map<?, ?> _ -> OBJECT;
                default -> NUMBER;
            };
        }
    }

    /**
     * What a flag is for some players.
     *
     * @param name what reasons call it
     * @param when an EventBridge pattern over the player's profile
     * @param value laid over the flag's own
     */
    public record Variant(
            String name, Map<String, Object> when, @Nullable Object value) {
        public Variant {
            when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
        }
    }

    public Flag {
        variants = List.copyOf(variants);
    }
}
