package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.profile.ProfileForm;
import java.util.ArrayList;
import java.util.List;

/** What the declaration of profiles must keep beyond its form. */
public record ProfileLint(Surroundings surroundings) {
    /** Everything that is wrong, each with its place in {@code events/profile.yaml}. */
    public List<Violation> findings(ProfileForm form) {
        var findings = new ArrayList<Violation>();
        for (int at = 0; at < form.projections().size(); at++) {
            var projection = form.projections().get(at);
            var pointer = "/projections/" + at;
            var type = surroundings.types().apply(projection.from());
            if (type.isEmpty()) {
                findings.add(new Violation(pointer + "/from", "is not an event type"));
            } else if (!type.get().consumers().contains(EventType.TRIGGER_ENGINE)) {
                findings.add(new Violation(
                        pointer + "/from", "does not list trigger-engine as a consumer, so it never arrives"));
            }
            if (projection.from().equals(ProfileForm.CHANGED)) {
                findings.add(new Violation(pointer + "/from", "tells of profiles what they are"));
            }
            surroundings
                    .patternFault()
                    .apply(projection.when())
                    .ifPresent(fault -> findings.add(new Violation(pointer + "/when", fault)));
        }
        return List.copyOf(findings);
    }
}
