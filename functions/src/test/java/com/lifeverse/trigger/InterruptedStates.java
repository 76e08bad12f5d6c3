package com.lifeverse.trigger;

import com.lifeverse.platform.support.Standard;
import java.util.List;

/** States during whose first write something happens. */
final class InterruptedStates implements TriggerStates {
    /** The end of a process. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final RememberedStates states;
    private final Interruption interruption;
    private boolean over;

    InterruptedStates(RememberedStates states, Interruption interruption) {
        this.states = states;
        this.interruption = interruption;
    }

    @Override
    public Stored read(Subject subject) {
        return states.read(subject);
    }

    @Override
    public Saved save(Change change) {
        if (over) {
            return states.save(change);
        }
        over = interruption != Interruption.ALWAYS_OVERTAKEN;
        return switch (interruption) {
            case OTHER_WRITER_FIRST -> {
                new TriggerEngine(states, () -> Given.NOW, Standard.of(TriggerPolicy.class))
                        .evaluate(Given.firstWin(), Given.ANNA, List.of(Given.win("another", Given.NOW)));
                yield states.save(change);
            }
            case SAME_BATCH_ELSEWHERE -> {
                states.save(change);
                yield states.save(change);
            }
            case ALWAYS_OVERTAKEN -> new Saved.Overtaken(change.before());
            case CRASH_BEFORE_WRITE -> throw new Crash();
            case CRASH_AFTER_WRITE -> {
                states.save(change);
                throw new Crash();
            }
        };
    }
}
