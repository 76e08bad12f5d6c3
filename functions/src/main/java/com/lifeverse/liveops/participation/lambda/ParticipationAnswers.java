package com.lifeverse.liveops.participation.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.flip.Flip;
import com.lifeverse.liveops.participation.Goals.Goal;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.liveops.participation.Participations.Standing;
import com.lifeverse.platform.json.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** How participations, boards and goals are shown. */
final class ParticipationAnswers {
    private ParticipationAnswers() {}

    static ObjectNode participation(LiveEvent event, Participation who, Goal goal, Instant now) {
        var occurrence = ParticipationRules.occurrence(event, who);
        var json = Json.object()
                .put("event", who.event())
                .put("occurrence", who.occurrence().toString())
                .put("phase", Flip.slug(occurrence.phase(now)))
                .put("joinedAt", who.joinedAt().toString())
                .put(
                        "utcOffset",
                        who.offset().equals(ZoneOffset.UTC)
                                ? "+00:00"
                                : who.offset().getId())
                .put("startsAt", occurrence.starts().toString())
                .put("endsAt", occurrence.ends().toString())
                .put("claimUntil", occurrence.over().toString())
                .put("progress", who.progress());
        if (ParticipationRules.together(event)) {
            json.put("goal", goal.amount());
        }
        var reached = ParticipationRules.reached(event, who, goal.amount());
        var tiers = json.putArray("tiers");
        for (var reward : event.rewards()) {
            var tier = tiers.addObject()
                    .put("tier", reward.tier())
                    .put("at", reward.at())
                    .put("item", reward.item())
                    .put("amount", reward.amount())
                    .put("reached", reached.contains(reward));
            Optional.ofNullable(who.claimed().get(reward.tier())).ifPresent(at -> tier.put("claimedAt", at.toString()));
        }
        return json;
    }

    static ObjectNode board(Participation who, List<Standing> standings) {
        var json = Json.object()
                .put("event", who.event())
                .put("occurrence", who.occurrence().toString())
                .put("cohort", who.cohort());
        var board = json.putArray("board");
        int rank = 0;
        for (var standing : standings) {
            board.addObject()
                    .put("rank", ++rank)
                    .put("playerId", standing.playerId())
                    .put("progress", standing.progress())
                    .put("at", standing.at().toString());
        }
        return json;
    }

    static ObjectNode goal(LiveEvent event, LocalDateTime occurrence, Goal goal) {
        var json = Json.object()
                .put("event", event.id())
                .put("occurrence", occurrence.toString())
                .put("total", goal.amount());
        if (goal.version() > 0) {
            json.put("at", goal.at().toString());
        }
        var tiers = json.putArray("tiers");
        for (var reward : event.rewards()) {
            tiers.addObject()
                    .put("tier", reward.tier())
                    .put("at", reward.at())
                    .put("reached", reward.at() <= goal.amount());
        }
        return json;
    }
}
