package com.lifeverse.local.rehearse;

import com.lifeverse.local.simulate.world.World;
import java.util.Optional;

/**
 * What all bots of a rehearsal have around them.
 *
 * @param umpire who tells what they do; empty if there is nothing to achieve
 */
record Scene(
        Expectation expectation,
        World world,
        Diary diary,
        Takings takings,
        TimelineKeys.Checked checked,
        Optional<Umpire> umpire) {
    String event() {
        return expectation.script().event().id();
    }
}
