package com.lifeverse.trigger;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.decide.Happening;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    public Map<Subject, Stored> read(List<Subject> subjects) {
        return states.read(subjects);
    }

    @Override
    public Stream<Subject> due(int part, Instant now) {
        return states.due(part, now);
    }

    @Override
    public Saved save(List<Change> changes) {
        if (over) {
            return states.save(changes);
        }
        over = interruption != Interruption.ALWAYS_OVERTAKEN;
        return switch (interruption) {
            case OTHER_WRITER_FIRST -> {
                new TriggerEngine(states, (_, _) -> true, () -> Given.NOW, Standard.of(TriggerPolicy.class))
                        .evaluate(Given.firstWin(), Given.ANNA, List.of(Happening.of(Given.win("another", Given.NOW))));
                yield states.save(changes);
            }
            case SAME_BATCH_ELSEWHERE -> {
                states.save(changes);
                yield states.save(changes);
            }
            case ALWAYS_OVERTAKEN -> new Saved.Overtaken(Map.of());
            case CRASH_BEFORE_WRITE -> throw new Crash();
            case CRASH_AFTER_WRITE -> {
                states.save(changes);
                throw new Crash();
            }
        };
    }
}
