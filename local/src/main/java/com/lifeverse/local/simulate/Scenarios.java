package com.lifeverse.local.simulate;

import com.lifeverse.local.simulate.family.RefreshRace;
import com.lifeverse.local.simulate.firstlight.FirstLight;
import com.lifeverse.local.simulate.party.Crowded;
import com.lifeverse.local.simulate.party.LastSeats;
import com.lifeverse.local.simulate.revocation.Revocations;
import com.lifeverse.local.simulate.reward.Rewards;
import com.lifeverse.local.simulate.trigger.Triggers;
import com.lifeverse.local.simulate.workflow.ManyShapes;
import java.util.List;
import java.util.Optional;

/** The scenarios that there are. A new one is a line here: {@code ./dev simulate}, {@code ./dev prove} and the tests play it. */
public final class Scenarios {
    private Scenarios() {}

    /** All of them, in the order in which they are played. */
    public static List<Scenario> all() {
        return List.of(
                new FirstLight(),
                new LastSeats(),
                new Crowded(),
                new RefreshRace(),
                new Revocations(),
                new ManyShapes(),
                new Triggers(),
                new Rewards());
    }

    public static Optional<Scenario> named(String name) {
        return all().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
