package com.lifeverse.liveops.plan;

import java.time.ZoneId;
import java.util.List;

/** Where players are, from west to east: zones that stand for most of them, with every habit of changing clocks. */
public final class WorldClock {
    /** Their zones. */
    public static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("UTC"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Asia/Tokyo"),
            ZoneId.of("Australia/Sydney"),
            ZoneId.of("Pacific/Auckland"));

    private WorldClock() {}
}
