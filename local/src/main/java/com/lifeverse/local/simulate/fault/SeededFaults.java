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
        double left = chance - rates.slow();
        if (left < 0) {
            return new Fault.Slow(span(4_000), span(4_000));
        }
        left -= rates.throttled();
        if (left < 0) {
            return new Fault.Throttled();
        }
        left -= rates.conflicting();
        if (left < 0) {
            return new Fault.Conflicting();
        }
        left -= rates.unsent();
        if (left < 0) {
            return new Fault.Unsent(span(5_000));
        }
        left -= rates.replyLost();
        if (left < 0) {
            return new Fault.ReplyLost(span(5_000));
        }
        left -= rates.repeated();
        if (left < 0) {
            return new Fault.Repeated(span(3_000));
        }
        left -= rates.repeatedLater();
        if (left < 0) {
            return new Fault.RepeatedLater(span(20_000));
        }
        return drawnEnd(left);
    }

    private Fault drawnEnd(double chance) {
        double left = chance - rates.crashed();
        if (left < 0) {
            return new Fault.Crashed(random.nextBoolean());
        }
        left -= rates.timedOut();
        if (left < 0) {
            return new Fault.TimedOut(random.nextBoolean(), span(30_000));
        }
        left -= rates.restarted();
        return left < 0 ? new Fault.Restarted(random.nextBoolean()) : new Fault.None();
    }

    /** Most waits are short, a few take all of {@code longest}. */
    private Duration span(long longest) {
        double share = random.nextDouble();
        return Duration.ofMillis((long) (share * share * share * longest));
    }

    private static boolean possible(Fault fault, Crossing crossing) {
        var kind = crossing.kind();
        return switch (fault) {
            case Fault.None _, Fault.Slow _, Fault.Unsent _, Fault.ReplyLost _, Fault.Restarted _ -> true;
            case Fault.Throttled _ -> kind != Kind.REQUEST;
            case Fault.Conflicting _ -> Injected.canConflict(crossing);
            case Fault.Crashed _, Fault.TimedOut _ -> kind == Kind.CALL;
            // API Gateway and workflows wait for an answer and send nothing twice; what reads queues and streams does.
            case Fault.Repeated _, Fault.RepeatedLater _ ->
                kind != Kind.INVOCATION || crossing.from().equals("mapping");
        };
    }
}
