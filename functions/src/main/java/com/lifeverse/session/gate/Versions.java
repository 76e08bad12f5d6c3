package com.lifeverse.session.gate;

import java.util.Arrays;

/** Compares versions of three numbers, part by part. */
final class Versions {
    private Versions() {}

    static boolean isOlder(String one, String other) {
        return Arrays.compare(parts(one), parts(other)) < 0;
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
