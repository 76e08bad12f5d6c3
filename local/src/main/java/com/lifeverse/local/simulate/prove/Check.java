package com.lifeverse.local.simulate.prove;

import com.lifeverse.local.simulate.Scenario;
import java.util.Optional;
import java.util.function.Consumer;

/** Something that is proven by its full count. */
public interface Check {
    /** What {@code ./dev prove} calls it. */
    String name();

    /** What is proven, in a line. */
    String what();

    /** How much there is to do. */
    long total();

    /**
     * Goes on where {@code before} ended.
     *
     * @param keep takes every state that is worth coming back to; the last one is the result
     * @param progress takes lines for whoever waits
     * @throws CannotRun if something other than a finding stopped it; what was kept before still counts
     */
    Progress run(Progress before, Consumer<Progress> keep, Consumer<String> progress)
            throws CannotRun, InterruptedException;

    /** What has a page of its own in {@code docs}. */
    default Optional<Scenario.Page> page(Progress result) {
        return Optional.empty();
    }
}
