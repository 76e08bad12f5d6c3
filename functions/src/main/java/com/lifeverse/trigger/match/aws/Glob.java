package com.lifeverse.trigger.match.aws;

import java.util.List;

/**
 * A text with stars in it, each for any letters or none.
 *
 * @param parts what stands between the stars, at least two
 */
record Glob(List<String> parts) {
    Glob {
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A text without a star is a literal");
        }
    }

    /** What a text begins with. */
    String head() {
        return parts.getFirst();
    }

    /** What it ends with. */
    String tail() {
        return parts.getLast();
    }

    boolean matches(String text) {
        int end = text.length() - tail().length();
        if (head().length() > end || !text.startsWith(head()) || !text.endsWith(tail())) {
            return false;
        }
        int at = head().length();
        for (int part = 1; part < parts.size() - 1; part++) {
            int found = text.indexOf(parts.get(part), at);
            at = found + parts.get(part).length();
            if (found < 0 || at > end) {
                return false;
            }
        }
        return true;
    }
}
