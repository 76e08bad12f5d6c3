package com.lifeverse.local.simulate;

/**
 * Something that must hold and does not.
 *
 * @param invariant its name
 * @param step of the run at which it showed; 0 if only the end shows it
 * @param what was seen instead, with ids to look for in the timeline
 */
public record Violation(String invariant, int step, String what) {
    /** One that only the end shows. */
    public static Violation inTheEnd(String invariant, String what) {
        return new Violation(invariant, 0, what);
    }
}
