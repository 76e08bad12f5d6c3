package com.lifeverse.liveops.flag;

import java.util.Optional;

/**
 * One reason for a flag's value.
 *
 * @param kind which of the four
 * @param source the variant, event or experiment by its name
 * @param value what it lays over those below; empty takes away what they made of it
 * @param holds whether it does, for the player at the moment
 */
public record Layer(Kind kind, String source, Optional<Object> value, boolean holds) {
    /** Where a value can come from, the one that gives way to all others first. */
    public enum Kind {
        /** What it is where nobody sets it. */
        DEFAULT,
        /** What it is for some players for good. */
        VARIANT,
        /** What an event sets while it runs. */
        LIVE_EVENT,
        /** What an experiment of an event sets for some of its players. */
        EXPERIMENT
    }
}
