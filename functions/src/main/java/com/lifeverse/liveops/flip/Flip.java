package com.lifeverse.liveops.flip;

import com.lifeverse.liveops.calendar.Phase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * An event's passing into a phase.
 *
 * @param occurrence its start by the event's clocks, which is the same for all players
 * @param at when it is meant to be; by players' own clocks, when the first of them begin, and when the last of them end
 */
public record Flip(LocalDateTime occurrence, Phase phase, Instant at) {
    /** What it is in the ledger: of an occurrence there is one of each phase, whatever else is changed. */
    public String key() {
        return "%s#%d".formatted(occurrence, phase.ordinal());
    }

    /** The phase as it is told. */
    public String slug() {
        return slug(phase);
    }

    /** A phase as it is told, such as {@code ending-soon}. */
    public static String slug(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
