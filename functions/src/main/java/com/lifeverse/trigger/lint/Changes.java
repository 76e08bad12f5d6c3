package com.lifeverse.trigger.lint;

import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.ProfileStep;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Who changes what in profiles, and who hears of it. */
final class Changes {
    private Changes() {}

    /** What a trigger's effects can change in a profile, as {@link ProfileStep#name()}. */
    static List<String> by(Trigger trigger, ProfileForm form) {
        var names = new ArrayList<String>();
        for (var effect : trigger.effects()) {
            switch (effect) {
                case Effect.Flag flag -> names.add(ProfileStep.TAGS + flag.name());
                case Effect.Counter counter -> names.add(ProfileStep.COUNTERS + counter.name());
                case Effect.Emit emit -> names.addAll(form.changedBy(emit.type()));
                case Effect.Grant _, Effect.Notify _, Effect.Webhook _, Effect.StartWorkflow _ -> {
                    // They leave profiles as they are.
                }
            }
        }
        return names;
    }

    /** Whether it hears {@code profile.changed.v1} of any of these; by names if its pattern names what must have changed. */
    static boolean hears(Trigger trigger, List<String> names) {
        return !names.isEmpty()
                && trigger.heardTypes().contains(ProfileForm.CHANGED)
                && (!(changed(trigger) instanceof List<?> named)
                        || !named.stream().allMatch(String.class::isInstance)
                        || !Collections.disjoint(named, names)
                        || !trigger.eventTypes().contains(ProfileForm.CHANGED));
    }

    private static Object changed(Trigger trigger) {
        return below(below(below(trigger.when(), "detail"), "payload"), "changed");
    }

    private static Object below(Object map, String key) {
        return map instanceof Map<?, ?> members && members.containsKey(key) ? members.get(key) : Map.of();
    }
}
