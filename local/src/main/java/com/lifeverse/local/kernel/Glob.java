package com.lifeverse.local.kernel;

import java.util.Locale;

/** A text with {@code *} for any characters and {@code ?} for any one. */
public record Glob(String pattern) {
    /** True if the whole of {@code text} fits. */
    public boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        // On a mismatch the last star takes one character more: linear for the patterns that templates hold.
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The same in lower case, for texts that are in lower case too. */
    public Glob ignoringCase() {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
    }
}
