package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.spec.Trigger;
import java.util.Map;
import java.util.Optional;

/** What a version that only decides does otherwise than the one that acts: it takes nothing, and nothing comes of it. */
public final class ShadowRules {
    private ShadowRules() {}

    /**
     * The state that it begins with: what the live one has, as if it were published now. Where they do not measure the same, values would mean
     * something else, and it begins anew.
     */
    public static TriggerState begin(Trigger shadow, Optional<Trigger> live, TriggerState state) {
        boolean alike = live.filter(trigger ->
                        shadow.window().measure().remembersAs(trigger.window().measure()))
                .isPresent();
        return alike ? state : TriggerState.NEW;
    }

    /**
     * Its decision, with what the live one was refused of what all share: the two would have asked for the same. What the live one did not ask
     * for counts as granted.
     *
     * @param refused what the live one was refused, by the causes of its decisions
     */
    public static Decision afforded(String cause, Decision decision, Map<String, Decision> refused) {
        return TriggerRules.claims(decision).isEmpty()
                ? decision
                : Optional.ofNullable(refused.get(cause)).orElse(decision);
    }
}
