package com.lifeverse.liveops.plan.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.plan.Forecast;
import com.lifeverse.liveops.plan.Outlook;
import com.lifeverse.liveops.preview.AudienceSample;
import com.lifeverse.platform.json.Json;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What will come of an event, as a document.
 *
 * @param audience for how many it is; empty if no sample of players was looked at
 * @param forecast what it comes to; empty if nobody wrote down what the usual load is
 */
public record PlanDocument(
        LiveEvent event, Outlook outlook, Optional<AudienceSample> audience, Optional<Forecast> forecast) {
    /** What should be known of an event, each with its place in the event's file. */
    public static ArrayNode findings(Collection<Finding> findings, String file) {
        var json = Json.mapper().createArrayNode();
        findings.forEach(finding -> json.addObject()
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("code", finding.code())
                .put("pointer", file + finding.pointer())
                .put("message", finding.message()));
        return json;
    }

    /** Adds it all. */
    public void write(ObjectNode node) {
        node.put("event", event.id());
        occurrences(node);
        event.audience().only("platform").orElse(Set.of()).forEach(node.putArray("platforms")::add);
        node.put("percent", event.audience().percent());
        Forecast.forOne(event).forEach(node.putObject("rewardsAPlayer")::put);
        node.put("peakFactor", event.peakFactor());
        audience.ifPresent(sample -> node.putObject("audience")
                .put("seen", sample.seen())
                .put("in", sample.in())
                .put("share", sample.share().orElse(0))
                .put("margin", sample.margin()));
        forecast.ifPresent(all -> forecast(all, node.putObject("forecast")));
    }

    private void occurrences(ObjectNode node) {
        var next = node.putArray("occurrences");
        outlook.next()
                .forEach(reach -> next.addObject()
                        .put("name", text(reach.name()))
                        .put("from", reach.from().toString())
                        .put("until", reach.until().toString()));
        var table = node.putArray("phases");
        outlook.table()
                .forEach(row -> table.addObject()
                        .put("zone", row.zone().getId())
                        .put("preview", text(row.announced()))
                        .put("active", text(row.starts()))
                        .put("endingSoon", text(row.endingSoon()))
                        .put("review", text(row.ends()))
                        .put("concluded", text(row.over())));
    }

    private static void forecast(Forecast forecast, ObjectNode json) {
        json.put("players", forecast.most()).put("factor", forecast.factor()).put("usd", forecast.usd());
        forecast.rewards().forEach(json.putObject("rewards")::put);
        var loads = json.putArray("quotas");
        forecast.loads()
                .forEach(load -> loads.addObject()
                        .put("quota", load.quota().name())
                        .put("used", load.used())
                        .put("limit", load.quota().limit())
                        .put("share", load.share())
                        .put("source", load.quota().source()));
    }

    private static String text(LocalDateTime time) {
        return time.toString();
    }
}
