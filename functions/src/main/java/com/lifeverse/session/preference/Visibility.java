package com.lifeverse.session.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who sees whether a player is online. The names in lower case are part of the HTTP contract. */
public enum Visibility {
    EVERYONE,
    FRIENDS,
    NOBODY;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All texts. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Visibility::text).toList();
    }

    /**
     * The visibility of that text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Visibility of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
