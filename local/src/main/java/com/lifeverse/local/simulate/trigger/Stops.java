package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.fault.Fault;
import com.lifeverse.local.simulate.fault.Injector;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/** At which steps a run was cut: a function or the whole stack ended before the step was done or behind it, or its answer was lost. */
final class Stops implements Injector.Witness {
    /** How a run was cut at a step. */
    enum Side {
        BEFORE,
        BEHIND,
        UNANSWERED
    }

    private final IntSupplier life;
    private final Map<CrashPoint, Set<Side>> cuts = new LinkedHashMap<>();
    /** In which of the stack's lives it is known where they ended. */
    private final Set<Integer> known = new HashSet<>();

    /**
     * In a run that has been cut nowhere yet.
     *
     * @param life how often the stack has ended
     */
    Stops(IntSupplier life) {
        this.life = life;
    }

    /** Where this run was cut, and how. */
    Map<CrashPoint, Set<Side>> cuts() {
        var all = new LinkedHashMap<>(cuts);
        if (known.size() < life.getAsInt()) {
            // It ended behind a write of its own, on behalf of nobody.
            all.put(CrashPoint.OWN, EnumSet.of(Side.BEHIND));
        }
        return all;
    }

    @Override
    public void saw(Crossing crossing, Object result) {
        // That it was done says nothing about who ended.
    }

    @Override
    public void begins(Crossing crossing, Fault fault) {
        switch (fault) {
            case Fault.Crashed(var done) -> cut(crossing, done ? Side.BEHIND : Side.BEFORE);
            case Fault.TimedOut late -> cut(crossing, late.done() ? Side.BEHIND : Side.BEFORE);
            case Fault.Restarted(var done) -> {
                known.add(life.getAsInt());
                cut(crossing, done ? Side.BEHIND : Side.BEFORE);
            }
            case Fault.ReplyLost _ -> cut(crossing, Side.UNANSWERED);
            case Fault.None _,
                    Fault.Slow _,
                    Fault.Overtaken _,
                    Fault.Throttled _,
                    Fault.Conflicting _,
                    Fault.Unsent _,
                    Fault.Repeated _,
                    Fault.RepeatedLater _ -> {
                // Everybody goes on.
            }
        }
    }

    @Override
    public void ends(Crossing crossing) {
        // The innermost is told of first: it is the one behind whose write the stack ended.
        if (known.add(life.getAsInt())) {
            cut(crossing, Side.BEHIND);
        }
    }

    private void cut(Crossing crossing, Side side) {
        CrashPoint.of(crossing)
                .ifPresent(point -> cuts.computeIfAbsent(point, _ -> EnumSet.noneOf(Side.class))
                        .add(side));
    }
}
