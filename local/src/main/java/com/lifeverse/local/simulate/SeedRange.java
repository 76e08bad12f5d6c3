package com.lifeverse.local.simulate;

import java.util.regex.Pattern;

/** The seeds from {@code first} to {@code last}, both included. */
public record SeedRange(long first, long last) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:\\.\\.(\\d{1,18}))?");

    public SeedRange {
        if (last < first) {
            throw new IllegalArgumentException("There are no seeds %d..%d".formatted(first, last));
        }
    }

    public static SeedRange only(long seed) {
        return new SeedRange(seed, seed);
    }

    /**
     * {@code 5..9}, or {@code 9} for the first nine.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static SeedRange parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Seeds are given as A..B, or as how many, not as '%s'".formatted(text));
        }
        return matcher.group(2) == null
                ? new SeedRange(1, Long.parseLong(text))
                : new SeedRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    public long count() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
