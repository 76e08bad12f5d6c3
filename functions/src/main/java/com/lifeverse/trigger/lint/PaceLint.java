package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window.Scope;
import java.util.ArrayList;
import java.util.List;

/** Firings that are held back: what makes sense together, and for whom. */
final class PaceLint {
    /** As much as one grant may give, by the schema of what is told. */
    private static final long MOST = 1_000_000;

    private PaceLint() {}

    static List<Violation> findings(Trigger trigger) {
        var findings = new ArrayList<Violation>();
        var pace = trigger.pace();
        if (pace.debounce().isPresent() && pace.batch().isPresent()) {
            findings.add(new Violation("/pace/batch", "does not go with debounce"));
        }
        if (trigger.window().scope() == Scope.GLOBAL) {
            if (pace.holds()) {
                findings.add(new Violation("/pace", "would hold back what is several players' and give it to one"));
            }
            if (trigger.window().measure() instanceof Measure.Absence) {
                findings.add(new Violation("/window/of", "must be player: what does not happen is somebody's"));
            }
        }
        pace.batch().ifPresent(batch -> amounts(trigger, batch, findings));
        return findings;
    }

    private static void amounts(Trigger trigger, Pace.Batch batch, List<Violation> findings) {
        for (int at = 0; at < trigger.effects().size(); at++) {
            if (trigger.effects().get(at) instanceof Effect.Grant grant
                    && (long) grant.amount() * batch.firings() > MOST) {
                findings.add(new Violation(
                        "/effects/%d/grant/amount".formatted(at),
                        "comes to more than %d in a batch of %d".formatted(MOST, batch.firings())));
            }
        }
    }
}
