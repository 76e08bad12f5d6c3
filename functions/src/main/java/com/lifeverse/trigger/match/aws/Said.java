package com.lifeverse.trigger.match.aws;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A value that an event has in a field, and the others there: a field within arrays has several. */
final class Said {
    /** What the matcher tells apart: it compares texts with texts only, and numbers by their worth. */
    enum Kind {
        TEXT,
        NUMBER,
        WORD
    }

    final Kind kind;
    final String text;
    final @Nullable Said next;
    private double worth = Double.NaN;

    private Said(Kind kind, String text, @Nullable Said next) {
        this.kind = kind;
        this.text = text;
        this.next = next;
    }

    /** A text, {@link #encodable} already. */
    static Said text(String text, @Nullable Said next) {
        return new Said(Kind.TEXT, text, next);
    }

    static Said number(String text, @Nullable Said next) {
        return new Said(Kind.NUMBER, text, next);
    }

    /** A whole number of at most fifteen digits, which a double holds as it is. */
    static Said number(long worth, @Nullable Said next) {
        var said = new Said(Kind.NUMBER, "", next);
        said.worth = worth;
        return said;
    }

    static Said word(String text, @Nullable Said next) {
        return new Said(Kind.WORD, text, next);
    }

    /** A number's worth; its nearest double, which keeps the order of numbers. */
    double worth() {
        // Read when it is first asked for, which is not at all of most numbers.
        if (Double.isNaN(worth)) {
            worth = Double.parseDouble(text);
        }
        return worth;
    }

    // The matcher compares UTF-8, in which half a character is a question mark.
    static String encodable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }
}
