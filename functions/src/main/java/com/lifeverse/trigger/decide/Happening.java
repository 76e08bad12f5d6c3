package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;

/**
 * An event that a trigger wants.
 *
 * @param step which step of a sequence it is, from 0; where an absence is waited for, 0 begins to wait and 1 is what was not to come
 */
public record Happening(Envelope event, int step) {
    /** What matches the trigger's own pattern, where there is no other. */
    public static Happening of(Envelope event) {
        return new Happening(event, 0);
    }
}
