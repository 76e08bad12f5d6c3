package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.EffectCost;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Budgets that say something that could never be, or never matter. */
final class BudgetLint {
    private static final String POINTER = "/limits/budget/burnRate";

    /** What was spent is told every ten seconds; a short stretch has several of them. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private BudgetLint() {}

    static List<Violation> findings(Trigger trigger) {
        var findings = new ArrayList<Violation>();
        Burn.of(trigger).ifPresent(burn -> {
            if (burn.fast().compareTo(SHORTEST) < 0) {
                findings.add(new Violation(
                        POINTER,
                        "needs a budget of %s at least, so that its short stretch is %s"
                                .formatted(SHORTEST.multipliedBy((long) Burn.PARTS * Burn.STRETCHES), SHORTEST)));
            } else if (burn.fastMost() < EffectCost.ofFiring(trigger.effects())) {
                findings.add(new Violation(
                        POINTER, "lets not even one firing by in %s with this budget".formatted(burn.fast())));
            }
        });
        return findings;
    }
}
