package com.lifeverse.session.preference;

import java.util.Arrays;
import java.util.List;

/** Which colours a player can tell apart. The texts are part of the HTTP contract. */
public enum Palette {
    STANDARD("standard"),
    PROTANOPIA("protanopia"),
    DEUTERANOPIA("deuteranopia"),
    TRITANOPIA("tritanopia"),
    MONOCHROME("monochrome"),
    HIGH_CONTRAST("highContrast");

    private final String text;

    Palette(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** All texts. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Palette::text).toList();
    }

    /**
     * The palette of that text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Palette of(String text) {
        return Arrays.stream(values())
                .filter(palette -> palette.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no palette " + text));
    }
}
