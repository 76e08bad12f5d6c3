package com.lifeverse.liveops.event;

import java.util.Arrays;
import java.util.Optional;

/**
 * Versions of the game, each of three numbers.
 *
 * @param from the first of them; empty for the oldest there is
 * @param below the first that is none of them any more; empty for all to come
 */
public record ClientVersions(Optional<String> from, Optional<String> below) {
    /** All there are. */
    public static final ClientVersions ALL = new ClientVersions(Optional.empty(), Optional.empty());

    /** True if that version is one of them. */
    public boolean has(String version) {
        return from.filter(first -> isOlder(version, first)).isEmpty()
                && below.filter(end -> !isOlder(version, end)).isEmpty();
    }

    /** True if no version can be one of them. */
    public boolean isNone() {
        return from.isPresent() && below.isPresent() && !isOlder(from.get(), below.get());
    }

    private static boolean isOlder(String one, String other) {
        return Arrays.compare(parts(one), parts(other)) < 0;
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
