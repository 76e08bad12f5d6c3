package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.ramp.RampState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an event must keep because of what players have of it at this moment. */
public final class PublicationLint {
    private PublicationLint() {}

    /** Who takes the ramp away brings the event to everybody, and a ramp that is held goes no further until somebody lets it. */
    public static List<Finding> held(LiveEvent wanted, Optional<RampState> ramp) {
        var findings = new ArrayList<Finding>();
        ramp.filter(RampState::held)
                .filter(_ -> wanted.ramp().isEmpty())
                .ifPresent(state -> findings.add(Finding.error(
                        "ramp-held",
                        "/ramp",
                        "it is held since %s, and without a ramp it would be for everybody: let it go on first (DELETE ramp-hold)"
                                .formatted(state.at()))));
        return findings;
    }
}
