package com.lifeverse.liveops.experiment;

import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.Experiment.Variant;
import com.lifeverse.liveops.event.Share;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Deals players out: the share of one is that of {@code EVENT/EXPERIMENT/PLAYERID}, so that it tells nothing of their share of the event's
 * audience or of another experiment. The first shares are the holdout, and then the variants in their order.
 */
public final class ExperimentRules {
    /** What figures call those who take no part. */
    public static final String HOLDOUT = "holdout";

    private ExperimentRules() {}

    /** What a player is given. */
    public sealed interface Given {
        /** The group; {@link #HOLDOUT} or a variant's name. */
        String group();

        /** What they were given before. */
        record Again(String group) implements Given {}

        /** Something that is to be noted: for the first time, or another than before where nothing is locked. */
        record Anew(Exposure exposure) implements Given {
            @Override
            public String group() {
                return exposure.group();
            }
        }
    }

    /**
     * What a player is given: what was noted, if players keep that and it is still there; otherwise what their share falls to.
     *
     * @param known what was noted of the player; empty if nothing was
     */
    public static Given give(
            String event, Experiment experiment, String playerId, Optional<Exposure> known, Instant now) {
        var before = known.map(Exposure::group);
        if (experiment.lock() && before.filter(group -> has(experiment, group)).isPresent()) {
            return new Given.Again(before.get());
        }
        var group = dealt(event, experiment, playerId).map(Variant::name).orElse(HOLDOUT);
        return before.filter(group::equals).isPresent()
                ? new Given.Again(group)
                : new Given.Anew(new Exposure(event, experiment.id(), playerId, group, split(experiment), now));
    }

    /** The shares in one line: groups are counted anew when they become others. */
    public static String split(Experiment experiment) {
        var shares = new StringJoiner(",");
        shares.add(HOLDOUT + "=" + experiment.holdout());
        experiment.variants().forEach(variant -> shares.add(variant.name() + "=" + variant.percent()));
        return shares.toString();
    }

    private static boolean has(Experiment experiment, String group) {
        return group.equals(HOLDOUT)
                || experiment.variants().stream()
                        .anyMatch(variant -> variant.name().equals(group));
    }

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
