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
    /** What it is in the ledger, in their order: of an occurrence there is one of each phase, whatever else is changed. */
    public String key() {
        int place = switch (phase) {
            case HIDDEN -> 0;
            case PREVIEW -> 1;
            case ACTIVE -> 2;
            case ENDING_SOON -> 3;
            case REVIEW -> 4;
            case CONCLUDED -> 5;
        };
        return "%s#%d#%s".formatted(occurrence, place, phase);
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
