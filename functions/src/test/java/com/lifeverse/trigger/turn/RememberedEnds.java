package com.lifeverse.trigger.turn;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** Ends that are asked and told in memory. */
record RememberedEnds(Predicate<String> ended, Consumer<String> ending) implements Ends {
    @Override
    public boolean hasEnded(String run) {
        return ended.test(run);
    }

    @Override
    public void end(String run) {
        ending.accept(run);
    }
}
