package com.lifeverse.local.simulate;

import com.lifeverse.local.simulate.firstlight.FirstLight;
import java.util.List;
import java.util.Optional;

/** The scenarios that there are. */
public final class Scenarios {
    private Scenarios() {}

    /** All of them; the first is played if none is named. */
    public static List<Scenario> all() {
        return List.of(new FirstLight());
    }

    public static Optional<Scenario> named(String name) {
        return all().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
