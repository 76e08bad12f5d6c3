package com.lifeverse.local.simulate;

import com.lifeverse.local.simulate.firstlight.FirstLight;
import com.lifeverse.local.simulate.world.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests play: on the assembly that {@code ./dev synth} made, deployed once for all of them. */
final class Theatre {
    private static final class Deployed {
        static final Snapshot SNAPSHOT = Snapshot.of(assembly());
    }

    private Theatre() {}

    static Simulation firstLight() {
        return of(new FirstLight());
    }

    static Simulation of(Scenario scenario) {
        return Simulation.of(scenario, Deployed.SNAPSHOT);
    }

    static Path home() {
        return Path.of(System.getProperty("lifeverse.home", ".."))
                .toAbsolutePath()
                .normalize();
    }

    private static Path assembly() {
        var assembly = home().resolve("target/assembly/dev");
        if (!Files.exists(assembly.resolve("manifest.json"))) {
            throw new AssertionError("There is no assembly in " + assembly + "; ./dev synth makes it");
        }
        return assembly;
    }
}
