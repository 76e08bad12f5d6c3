package com.lifeverse.local.simulate.fault;

import com.lifeverse.local.function.instance.InstanceLost;
import com.lifeverse.local.function.instance.InstanceLost.Reason;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Halt;
import com.lifeverse.local.simulate.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes happen what a plan says, and writes it into the timeline. While a call waits, everything else goes on: that is how
 * one thread plays calls at the same time, with one order that a seed can repeat.
 */
public final class Injector implements Crossings {
    /** Sees what really happened at crossings, whatever the callers were told. */
    @FunctionalInterface
    public interface Witness {
        void saw(Crossing crossing, Object result);

        /** A crossing begins, and that is what will go wrong with it. */
        default void begins(Crossing crossing, Fault fault) {}

        /** What the crossing asks for is done now, once more if it is repeated; all that is seen until it is over belongs to it. */
        default void does(Crossing crossing) {}

        /** The stack's process ends while that is being done: of crossings within each other the inner ones are told of first. */
        default void ends(Crossing crossing) {}

        /** That is over, whatever came of it. */
        default void over(Crossing crossing) {}
    }

    /** Each call that waits stands on the thread's stack under all that happens meanwhile. */
    private static final int DEEPEST = 6;

    /** How often a call that is held back looks whether it was overtaken. */
    private static final int LOOKS = 8;

    private final FaultPlan plan;
    private final Timeline timeline;
    private final Supplier<Agenda> agenda;
    private final List<Witness> witnesses = new ArrayList<>();
    private int depth;
    private FaultCounts faults = FaultCounts.NONE;

    public Injector(FaultPlan plan, Timeline timeline, Supplier<Agenda> agenda) {
        this.plan = plan;
        this.timeline = timeline;
        this.agenda = agenda;
    }

    public void add(Witness witness) {
        witnesses.add(witness);
    }

    /** How often what went wrong. */
    public FaultCounts faults() {
        return faults;
    }

    /** Forgets the calls that were under way when the stack ended. */
    public void restarted() {
        depth = 0;
    }

    @Override
    public <T> T cross(Crossing crossing, Supplier<T> effect) {
        var fault = plan.at(crossing);
        witnesses.forEach(witness -> witness.begins(crossing, fault));
        var entry = timeline.begin(agenda.get().instant(), crossing, fault);
        try {
            T result = carry(crossing, fault, () -> seen(crossing, effect));
            timeline.end(entry, agenda.get().instant(), result);
            return result;
        } catch (RuntimeException | Error e) {
            timeline.end(entry, agenda.get().instant(), e);
            throw e;
        }
    }

    private <T> T seen(Crossing crossing, Supplier<T> effect) {
        witnesses.forEach(witness -> witness.does(crossing));
        try {
            T done = effect.get();
            witnesses.forEach(witness -> witness.saw(crossing, done));
            return done;
        } catch (Halt end) {
            witnesses.forEach(witness -> witness.ends(crossing));
            throw end;
        } finally {
            witnesses.forEach(witness -> witness.over(crossing));
        }
    }

    private <T> T carry(Crossing crossing, Fault fault, Supplier<T> effect) {
        return switch (fault) {
            case Fault.None() -> effect.get();
            case Fault.Slow(var before, var after) -> {
                count(FaultKind.DELAY);
                pass(before);
                T result = effect.get();
                pass(after);
                yield result;
            }
            case Fault.Overtaken(var longest) -> {
                awaitOvertaking(longest);
                yield effect.get();
            }
            case Fault.Throttled() -> {
                count(FaultKind.THROTTLE);
                throw Injected.throttled(crossing);
            }
            case Fault.Conflicting() -> {
                count(FaultKind.CONFLICT);
                throw Injected.conflicting(crossing);
            }
            case Fault.Unsent(var patience) -> {
                count(FaultKind.LOST_REQUEST);
                pass(patience);
                throw Injected.unanswered(crossing);
            }
            case Fault.ReplyLost(var patience) -> {
                count(FaultKind.LOST_REPLY);
                unheard(effect);
                pass(patience);
                throw Injected.unanswered(crossing);
            }
            case Fault.Repeated(var pause) -> {
                count(FaultKind.DUPLICATE);
                unheard(effect);
                pass(pause);
                yield effect.get();
            }
            case Fault.RepeatedLater(var later) -> {
                var at = agenda.get();
                at.at(at.instant().plus(later), "again: " + crossing.what(), () -> {
                    count(FaultKind.LATE_DUPLICATE);
                    unheard(effect);
                });
                yield effect.get();
            }
            case Fault.Crashed(var done) -> {
                count(FaultKind.CRASH);
                unheardIf(done, effect);
                throw new InstanceLost(Reason.CRASHED);
            }
            case Fault.TimedOut(var done, var after) -> {
                count(FaultKind.TIMEOUT);
                unheardIf(done, effect);
                pass(after);
                throw new InstanceLost(Reason.TIMED_OUT);
            }
            case Fault.Restarted(var done) -> {
                count(FaultKind.RESTART);
                unheardIf(done, effect);
                throw new Halt();
            }
        };
    }

    private void count(FaultKind kind) {
        faults = faults.and(kind);
    }

    /** Time passes a little at a time, until somebody else has crossed. */
    private void awaitOvertaking(Duration longest) {
        int before = timeline.steps();
        for (int i = 0; i < LOOKS && timeline.steps() == before; i++) {
            pass(longest.dividedBy(LOOKS));
        }
        if (timeline.steps() > before) {
            count(FaultKind.REORDER);
        }
    }

    private static <T> void unheardIf(boolean done, Supplier<T> effect) {
        if (done) {
            unheard(effect);
        }
    }

    /** Does it, and loses the answer: what it is, a refusal too, nobody hears. */
    private static <T> void unheard(Supplier<T> effect) {
        try {
            var _ = effect.get();
        } catch (RuntimeException lost) {
            // Lost with the reply: that is the fault that is played here.
        }
    }

    /** Lets time pass, and with it all that falls due. */
    private void pass(Duration time) {
        if (depth == DEEPEST) {
            return;
        }
        depth++;
        agenda.get().advance(time);
        depth--;
    }
}
