package com.lifeverse.liveops.run;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What the run of an occurrence is called: {@code weekend-festival-20261204T180000}, 80 characters at most, as Step Functions takes. */
public final class RunName {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private RunName() {}

    /** Of this occurrence; a name is started once in 90 days, so that however often it is said, there is one run. */
    public static String of(String event, LocalDateTime occurrence) {
        return event + "-" + DIGITS.format(occurrence);
    }
}
