package com.lifeverse.liveops.run;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What runs of an occurrence are called: {@code weekend-festival-20261204T180000}; Step Functions takes 80 characters. */
public final class RunName {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final int LONGEST = 57;
    private static final int KEPT = 48;

    private RunName() {}

    /** Of this occurrence; a name is started once in 90 days, so that however often it is said, there is one run. */
    public static String of(String event, LocalDateTime occurrence) {
        var brief = event.length() <= LONGEST ? event : "%s-%08x".formatted(event.substring(0, KEPT), event.hashCode());
        return brief + "-" + DIGITS.format(occurrence);
    }

    /** The same, started by hand for the {@code number}th time. */
    public static String again(String event, LocalDateTime occurrence, int number) {
        return of(event, occurrence) + "-" + number;
    }
}
