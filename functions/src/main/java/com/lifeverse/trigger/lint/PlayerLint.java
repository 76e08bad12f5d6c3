package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.ProfileStep;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What triggers ask of players and do to profiles: only what profiles can say, so that no condition waits for what cannot be. */
final class PlayerLint {
    private static final String UNDECLARED = "is not declared in events/profile.yaml";

    private PlayerLint() {}

    static List<Violation> findings(Trigger trigger, ProfileForm form) {
        var findings = new ArrayList<Violation>();
        for (var mention : Mentions.of(trigger.player())) {
            if (!mention.isKnown()) {
                findings.add(new Violation(mention.pointer(), "is nothing that a profile says"));
            } else if (mention.operator().equals("anything-but")) {
                findings.add(new Violation(
                        mention.pointer(), "is met by any other tag, and not without a tag; ask for it in untagged"));
            } else if (!isDeclared(mention.name(), form)) {
                findings.add(new Violation(mention.pointer(), UNDECLARED));
            }
        }
        for (int at = 0; at < trigger.effects().size(); at++) {
            var pointer = "/effects/" + at;
            switch (trigger.effects().get(at)) {
                case Effect.Flag flag -> declared(flag.name(), form.tags(), pointer + "/flag/name", findings);
                case Effect.Counter counter ->
                    declared(counter.name(), form.counters(), pointer + "/counter/name", findings);
                case Effect.Grant _, Effect.Notify _, Effect.Webhook _, Effect.StartWorkflow _, Effect.Emit _ -> {
                    // They leave profiles as they are.
                }
            }
        }
        return findings;
    }

    private static boolean isDeclared(String name, ProfileForm form) {
        if (name.startsWith(ProfileStep.COUNTERS)) {
            return form.counters().contains(name.substring(ProfileStep.COUNTERS.length()));
        }
        return !name.startsWith(ProfileStep.TAGS)
                || name.equals(ProfileStep.TAGS)
                || form.tags().contains(name.substring(ProfileStep.TAGS.length()));
    }

    private static void declared(String name, Set<String> names, String pointer, List<Violation> findings) {
        if (!names.contains(name)) {
            findings.add(new Violation(pointer, UNDECLARED));
        }
    }
}
