package com.lifeverse.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a client runs on. The names in lower case are part of the HTTP contract, the events and the tokens. */
public enum Platform {
    PC("c"),
    PLAYSTATION("p"),
    XBOX("x"),
    SWITCH("s"),
    IOS("i"),
    ANDROID("a"),
    WEB("w");

    private final String code;

    Platform(String code) {
        this.code = code;
    }

    /** One letter, where every byte counts. */
    public String code() {
        return code;
    }

    /**
     * The platform of that letter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Platform ofCode(String code) {
        return Arrays.stream(values())
                .filter(platform -> platform.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No platform has the code " + code));
    }

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
