package com.lifeverse.trigger.lint;

import com.lifeverse.trigger.decide.Firing;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which trigger can lead to which. By event types, so rather too much than too little; only of {@code trigger.fired.v1} it is
 * known which trigger tells it, and of {@code profile.changed.v1} what has changed.
 */
final class Causes {
    /** By an event of this type, that trigger. */
    record Step(String type, Trigger next) {}

    private static final String GRANTED = "grant.made.v1";
    private static final String REQUESTED = "message.requested.v1";

    private final List<Trigger> triggers;
    private final ProfileForm form;

    Causes(List<Trigger> triggers, ProfileForm form) {
        this.triggers = List.copyOf(triggers);
        this.form = form;
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
        var changes = Changes.by(trigger, form);
        triggers.stream()
                .filter(other -> Changes.hears(other, changes))
                .forEach(other -> steps.add(new Step(ProfileForm.CHANGED, other)));
        return steps;
    }

    /** All that one trigger leads to, each with the shortest way there; itself, too, if it can cause itself. */
    Map<Trigger, String> ways(Trigger from) {
        var ways = new LinkedHashMap<Trigger, String>();
        var open = new ArrayDeque<Trigger>();
        open.add(from);
        while (!open.isEmpty()) {
            var at = open.remove();
            var before =
                    at.equals(from) ? "" : Optional.ofNullable(ways.get(at)).orElseThrow();
            for (var step : of(at)) {
                var way = before + " → " + step.type() + " → " + step.next().id();
                if (ways.putIfAbsent(step.next(), way) == null && !step.next().equals(from)) {
                    open.add(step.next());
                }
            }
        }
        return ways;
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
                    // They tell nothing by themselves; what changes in profiles by them is told, and seen to above.
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
