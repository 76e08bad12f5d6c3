package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.List;

/** What can be written and decided, but is not carried out yet: such a trigger is not let in force to do half of what it says. */
final class NotYet {
    private static final String MESSAGE = "is not carried out yet";

    private NotYet() {}

    static List<Violation> findings(Trigger trigger) {
        var findings = new ArrayList<Violation>();
        for (int at = 0; at < trigger.effects().size(); at++) {
            var effect = trigger.effects().get(at);
            if (!isCarriedOut(effect)) {
                findings.add(new Violation("/effects/%d/%s".formatted(at, effect.kind()), MESSAGE));
            }
        }
        return findings;
    }

    private static boolean isCarriedOut(Effect effect) {
        return switch (effect) {
            case Effect.Grant _, Effect.Notify _, Effect.Emit _, Effect.Webhook _, Effect.StartWorkflow _ -> true;
            case Effect.Flag _, Effect.Counter _ -> false;
        };
    }
}
