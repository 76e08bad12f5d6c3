package com.lifeverse.platform.lambda;

import com.lifeverse.platform.json.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a function's settings for its wiring, and names all that are missing at once. */
public final class Settings {
    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The settings, after a check.
     *
     * @throws IllegalStateException naming every one of {@code names} that is not set
     */
    public static Settings require(Map<String, String> environment, String... names) {
        var missing = new ArrayList<String>();
        for (var name : names) {
            if (environment.getOrDefault(name, "").isBlank()) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Settings missing: " + String.join(", ", List.copyOf(missing)));
        }
        return new Settings(environment);
    }

    public String text(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("Setting " + name + " was not required by the wiring that reads it");
        }
        return value;
    }

    /**
     * The numbers of one context, as they are at this stage.
     *
     * @throws IllegalStateException if the stage has numbers that do not hold
     */
    public <P extends Record> P policy(Class<P> policy) {
        return Policies.differing(environment.getOrDefault(Policies.SETTING, ""))
                .of(policy);
    }
}
