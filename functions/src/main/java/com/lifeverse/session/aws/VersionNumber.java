package com.lifeverse.session.aws;

/** A client version as one number, five digits a part, in half the bytes of its text. */
final class VersionNumber {
    private static final long PART = 100_000;

    private VersionNumber() {}

    static long of(String version) {
        long number = 0;
        for (var part : version.split("\\.", -1)) {
            number = number * PART + Long.parseLong(part);
        }
        return number;
    }

    static String text(long number) {
        return number / PART / PART + "." + number / PART % PART + "." + number % PART;
    }
}
