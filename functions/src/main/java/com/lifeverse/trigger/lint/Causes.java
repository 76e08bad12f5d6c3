package com.lifeverse.trigger.lint;

import com.lifeverse.trigger.decide.Firing;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which trigger can lead to which. By event types, so rather too much than too little; only of {@code trigger.fired.v1} it is
 * known which trigger tells it.
 */
final class Causes {
    /** By an event of this type, that trigger. */
    record Step(String type, Trigger next) {}

    private static final String GRANTED = "grant.made.v1";
    private static final String REQUESTED = "message.requested.v1";

    private final List<Trigger> triggers;

    Causes(List<Trigger> triggers) {
        this.triggers = List.copyOf(triggers);
    }

    List<Step> of(Trigger trigger) {
        var steps = new ArrayList<Step>();
        for (var type : told(trigger)) {
            for (var other : triggers) {
                if (other.heardTypes().contains(type) && (!type.equals(Firing.FIRED) || hears(other, trigger))) {
                    steps.add(new Step(type, other));
                }
            }
        }
        return steps;
    }

    private static Set<String> told(Trigger trigger) {
        var types = new LinkedHashSet<String>();
        types.add(Firing.FIRED);
        for (var effect : trigger.effects()) {
            switch (effect) {
                case Effect.Grant _ -> types.add(GRANTED);
                case Effect.Notify _ -> types.add(REQUESTED);
                case Effect.Emit emit -> types.add(emit.type());
                case Effect.Flag _, Effect.Webhook _, Effect.StartWorkflow _, Effect.Counter _ -> {
                    // They tell nothing that a trigger hears.
                }
            }
        }
        return types;
    }

    // A pattern that names the triggers whose firing it wants does not want the others.
    private static boolean hears(Trigger listener, Trigger teller) {
        return !(below(below(listener.when(), "detail"), "payload") instanceof Map<?, ?> payload)
                || !(payload.get("trigger") instanceof List<?> named)
                || !named.stream().allMatch(String.class::isInstance)
                || named.contains(teller.id());
    }

    private static Object below(Object map, String key) {
        return map instanceof Map<?, ?> members && members.containsKey(key) ? members.get(key) : Map.of();
    }
}
