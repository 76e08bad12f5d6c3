package com.lifeverse.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a client runs on. The names in lower case are part of the HTTP contract, the events and the tokens. */
public enum Platform {
    PC,
    PLAYSTATION,
    XBOX,
    SWITCH,
    IOS,
    ANDROID,
    WEB;

    /** Such as {@code playstation}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Platform::text).toList();
    }

    /**
     * The platform of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Platform of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
