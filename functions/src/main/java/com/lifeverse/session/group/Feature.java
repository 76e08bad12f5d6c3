package com.lifeverse.session.group;

import java.util.Arrays;
import java.util.List;

/** What a group can do so that everybody can play along. The texts are part of the HTTP contract. */
public enum Feature {
    /** Speech is shown as text. */
    CAPTIONS("captions"),
    /** Everything can be said by text. */
    TEXT_CHAT("text-chat"),
    /** What must be done in a time may take twice that. */
    SLOWER_TIMERS("slower-timers");

    private final String text;

    Feature(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** All texts. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Feature::text).toList();
    }

    /**
     * The feature of that text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Feature of(String text) {
        return Arrays.stream(values())
                .filter(feature -> feature.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no feature " + text));
    }
}
