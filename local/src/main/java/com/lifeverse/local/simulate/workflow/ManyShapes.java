package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.fault.FaultRates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Workflows of many shapes, on a stack of their own with machines that are drawn from the seed. While calls are lost, repeated and
 * throttled the stack ends behind any of its writes, also while it starts; an execution must end as its machine says all the same, with
 * every effect done, and done again only where AWS would.
 */
public final class ManyShapes implements Scenario {
    private static final Duration TROUBLED = Duration.ofMinutes(25);
    private static final List<Integer> GAPS = List.of(5, 15, 30, 60, 120);
    private static final int MOST_ENDS = 12;
    private static final int MOST_EXECUTIONS = 2;

    @Override
    public String name() {
        return "workflows";
    }

    @Override
    public String description() {
        return "executions of any shape end as their machines say, though the stack ends at any transition; no effect lost";
    }

    /** Twice as bad a day as usual: a machine makes few calls. */
    @Override
    public FaultRates faults() {
        return FaultRates.usual().times(2);
    }

    @Override
    public Assembly assembly(Assembly deployed, long seed) {
        return Grounds.of(deployed, List.of(plan(seed)));
    }

    /** The machine that a seed is about. */
    static Plan plan(long seed) {
        return new Shapes(new SplittableRandom(seed)).next();
    }

    @Override
    public Play begin(Stage stage) {
        var plan = plan(stage.seed());
        var effects = new Effects(stage);
        var worker = new Worker(stage);
        worker.begin();
        var chronicle = new Chronicle(stage);
        chronicle.begin();
        var starter = new Starter(stage);
        int count = 1 + stage.random().nextInt(MOST_EXECUTIONS);
        for (int i = 0; i < count; i++) {
            starter.start("e" + i, stage.between(Duration.ofSeconds(1), Duration.ofMinutes(3)));
        }
        new Gatekeeper(stage).opensAt(stage.between(Duration.ofMinutes(4), Duration.ofMinutes(15)));
        int gap = GAPS.get(stage.random().nextInt(GAPS.size()));
        stage.endBehindWrites(
                () -> stage.life() < MOST_ENDS ? 1 + stage.random().nextInt(2 * gap) : Integer.MAX_VALUE);
        return new Shift(stage, plan, effects, worker, chronicle, starter);
    }

    /** One run. */
    private record Shift(Stage stage, Plan plan, Effects effects, Worker worker, Chronicle chronicle, Starter starter)
            implements Play {
        @Override
        public Duration troubled() {
            return TROUBLED;
        }

        @Override
        public void calm() {
            stage.endNoMore();
        }

        @Override
        public void finish() {
            // What is over is over: nobody looks again.
        }

        @Override
        public Map<String, Long> counts() {
            return Map.of(
                    "executions",
                    (long) chronicle.last().size(),
                    "transitions",
                    chronicle.last().values().stream().mapToLong(List::size).sum());
        }

        @Override
        public List<Violation> violations() {
            chronicle.look();
            var found = new ArrayList<>(starter.violations());
            found.addAll(chronicle.violations());
            found.addAll(new EndRules(stage, plan, starter).violations());
            found.addAll(new EffectRules(stage, plan, effects, worker).violations());
            chronicle.last().forEach((arn, history) -> found.addAll(new HistoryRules(plan, arn, history).violations()));
            return found;
        }
    }
}
