package com.lifeverse.local.simulate.reward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * The live event of a run: one that is over while everything goes wrong, so that claims and settlement meet, or one that goes on until
 * long after, so that all that happens counts. In the end both are settled.
 *
 * @param brief true for the first kind
 * @param together true if all players count as one
 */
record Contest(Instant start, boolean brief, boolean together) {
    static final String NAME = "contest";
    static final String TRIGGER = "contest-match";

    /** How much each tier takes. */
    static final Map<Integer, Integer> TIERS = new TreeMap<>(Map.of(1, 1, 2, 3));

    private static final Duration UNTIL_START = Duration.ofMinutes(2);

    static Contest drawn(Stage stage) {
        return new Contest(
                stage.now().plus(UNTIL_START).truncatedTo(ChronoUnit.SECONDS), stage.chance(0.5), stage.chance(0.3));
    }

    /** Its start by its own clocks. */
    String occurrence() {
        return LocalDateTime.ofInstant(start, ZoneOffset.UTC).toString();
    }

    /** The file. */
    ObjectNode file() {
        var file = Json.object()
                .put("event", NAME)
                .put("type", "festival")
                .put("owner", "liveops-europe")
                .put("runbook", "runbooks/live-event.md")
                .put("accessibility", "No flashing effects at all.");
        file.putObject("title").put("en", "Contest");
        file.putArray("labels").add("seasonal");
        file.putArray("escalation").add("liveops-europe");
        file.putObject("when")
                .put("start", occurrence())
                .put("duration", brief ? "PT8M" : "PT2H")
                .put("time", "utc");
        file.putObject("phases").put("preview", "PT2M").put("review", brief ? "PT4M" : "PT30M");
        file.putObject("overrides").put("contest.on", true);
        file.putObject("progress").put("trigger", TRIGGER).put("scope", together ? "global" : "player");
        var rewards = file.putArray("rewards");
        TIERS.forEach((tier, at) -> rewards.addObject()
                .put("tier", tier)
                .put("at", at)
                .putObject("grant")
                .put("item", tier == 1 ? "lantern" : "dragon-kite")
                .put("amount", 1));
        return file;
    }

    /** What says that there is progress. */
    ObjectNode trigger() {
        var trigger = Json.object()
                .put("trigger", TRIGGER)
                .put("description", "A match of the contest.")
                .put("owner", "liveops-europe")
                .put("runbook", "runbooks/live-event.md")
                .put("accessibility", "Announced in the inbox with text.");
        trigger.putArray("labels").add("seasonal");
        trigger.putObject("when").putArray("detail-type").add("match.ended.v1");
        trigger.putObject("once").put("for", "P1D");
        trigger.putObject("limits").putObject("perPlayer").put("times", 50).put("per", "P1D");
        trigger.putArray("effects").addObject().putObject("notify").put("message", "contest-match");
        return trigger;
    }
}
