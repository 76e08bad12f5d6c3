package com.lifeverse.liveops.experiment;

import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.experiment.ExperimentRules.Given;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives players what they are to be shown, and notes it the first time. */
public record Experimenter(Exposures exposures, Supplier<UUID> ids) {
    /** How often, before the caller is asked to come back. */
    private static final int ATTEMPTS = 3;

    /** The player's group; empty if others were always faster. */
    public Optional<String> give(String event, Experiment experiment, String playerId, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var known = exposures.find(playerId, event, experiment.id());
            switch (ExperimentRules.give(event, experiment, playerId, known, now)) {
                case Given.Again(var group) -> {
                    return Optional.of(group);
                }
                case Given.Anew(var exposure) -> {
                    if (exposures.note(exposure, known, ExperimentEvents.exposed(ids.get(), exposure))) {
                        return Optional.of(exposure.group());
                    }
                }
            }
        }
        return Optional.empty();
    }
}
