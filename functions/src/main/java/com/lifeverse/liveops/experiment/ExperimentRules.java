package com.lifeverse.liveops.experiment;

import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.Experiment.Variant;
import com.lifeverse.liveops.event.Share;
import java.util.Optional;

/**
 * Deals players out: the share of one is that of {@code EVENT/EXPERIMENT/PLAYERID}, so that it tells nothing of their share of the event's
 * audience or of another experiment. The first shares are the holdout, and then the variants in their order.
 */
public final class ExperimentRules {
    private ExperimentRules() {}

    /** The variant that a player's share falls to; empty for the holdout. */
    public static Optional<Variant> dealt(String event, Experiment experiment, String playerId) {
        int share = Share.of(event + "/" + experiment.id(), playerId);
        int below = experiment.holdout();
        if (share < below) {
            return Optional.empty();
        }
        for (var variant : experiment.variants()) {
            below += variant.percent();
            if (share < below) {
                return Optional.of(variant);
            }
        }
        // The lint lets no shares through that are less than a hundred.
        return Optional.empty();
    }
}
