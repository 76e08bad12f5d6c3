package com.lifeverse.local.simulate.fault;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossing.Kind;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Faults drawn from a seed, until {@link #quiet}: from then on the run may come to rest. */
public final class SeededFaults implements FaultPlan {
    private final FaultRates rates;
    private final RandomGenerator random;
    private boolean quiet;

    public SeededFaults(FaultRates rates, RandomGenerator random) {
        this.rates = rates;
        this.random = random;
    }

    /** Nothing goes wrong any more. */
    public void quiet() {
        quiet = true;
    }

    @Override
    public Fault at(Crossing crossing) {
        if (quiet) {
            return new Fault.None();
        }
        var fault = drawn(random.nextDouble());
        return possible(fault, crossing) ? fault : new Fault.None();
    }

    private Fault drawn(double chance) {
        double left = chance;
        for (var rate : rates.rates().entrySet()) {
            left -= rate.getValue();
            if (left < 0) {
                return made(rate.getKey());
            }
        }
        return new Fault.None();
    }

    private Fault made(FaultKind kind) {
        return switch (kind) {
            case DELAY -> new Fault.Slow(span(4_000), span(4_000));
            case REORDER -> new Fault.Overtaken(span(20_000));
            case THROTTLE -> new Fault.Throttled();
            case CONFLICT -> new Fault.Conflicting();
            case LOST_REQUEST -> new Fault.Unsent(span(5_000));
            case LOST_REPLY -> new Fault.ReplyLost(span(5_000));
            case DUPLICATE -> new Fault.Repeated(span(3_000));
            case LATE_DUPLICATE -> new Fault.RepeatedLater(span(20_000));
            case CRASH -> new Fault.Crashed(random.nextBoolean());
            case TIMEOUT -> new Fault.TimedOut(random.nextBoolean(), span(30_000));
            case RESTART -> new Fault.Restarted(random.nextBoolean());
        };
    }

    /** Most waits are short, a few take all of {@code longest}. */
    private Duration span(long longest) {
        double share = random.nextDouble();
        return Duration.ofMillis((long) (share * share * share * longest));
    }

    private static boolean possible(Fault fault, Crossing crossing) {
        var kind = crossing.kind();
        return switch (fault) {
            case Fault.None _, Fault.Slow _, Fault.Overtaken _, Fault.Unsent _, Fault.ReplyLost _, Fault.Restarted _ ->
                true;
            case Fault.Throttled _ -> kind != Kind.REQUEST;
            case Fault.Conflicting _ -> Injected.canConflict(crossing);
            case Fault.Crashed _, Fault.TimedOut _ -> kind == Kind.CALL;
            // API Gateway and workflows wait for an answer and send nothing twice; what reads queues and streams does.
            case Fault.Repeated _, Fault.RepeatedLater _ ->
                kind != Kind.INVOCATION || crossing.from().equals("mapping");
        };
    }
}
