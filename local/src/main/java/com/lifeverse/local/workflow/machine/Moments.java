package com.lifeverse.local.workflow.machine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as Step Functions writes them: always with milliseconds. */
public final class Moments {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Moments() {}

    /** With milliseconds, in UTC. */
    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }
}
