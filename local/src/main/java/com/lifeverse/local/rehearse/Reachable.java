package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.liveops.participation.ParticipationRules;

/** Tiers that bots can come to: what takes a million players takes as many of them as there are. */
final class Reachable {
    private Reachable() {}

    /** The same file, its tiers brought down in proportion if the highest is out of reach. */
    static LiveEventFile of(LiveEventFile file, int players) {
        var rewards = file.event().rewards();
        long most = ParticipationRules.together(file.event()) ? Draw.together(players) : Draw.MOST;
        if (rewards.isEmpty() || rewards.getLast().at() <= most) {
            return file;
        }
        double share = most / (double) rewards.getLast().at();
        var document = file.document().deepCopy();
        long before = 0;
        for (var reward : document.path("rewards")) {
            before = Math.max(before + 1, Math.round(reward.path("at").asLong() * share));
            ((ObjectNode) reward).put("at", before);
        }
        return switch (LiveEventFile.read(document)) {
            case Reading.Sound(var brought) -> brought;
            case Reading.Faulty(var violations) ->
                throw new IllegalStateException("An event with lower tiers is none any more: " + violations);
        };
    }
}
