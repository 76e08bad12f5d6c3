package com.lifeverse.liveops.desk.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.plan.Stage;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Live events as documents for staff. */
final class LiveEventAnswers {
    private LiveEventAnswers() {}

    static HttpResponse list(List<Definition> all, Catalogue catalogue, Instant now) {
        var json = Json.object();
        var events = json.putArray("events");
        for (var definition : all) {
            var event = events.add(json(definition)).path(events.size() - 1);
            catalogue.events().stream()
                    .filter(published -> published.id().equals(definition.id()))
                    .findFirst()
                    .ifPresent(published -> ((ObjectNode) event).put("stage", stage(published, now)));
        }
        return answer(json);
    }

    static HttpResponse one(Definition known, Revision last, Optional<Revision> published, Instant now) {
        var json = json(known)
                .put("author", last.author())
                .put("savedAt", last.at().toString());
        json.set("document", Json.mapper().valueToTree(last.document()));
        published.ifPresent(
                revision -> json.set("publishedDocument", Json.mapper().valueToTree(revision.document())));
        findings(json, last.event(), now);
        return answer(json).with("etag", tag(known));
    }

    static HttpResponse saved(Definition known, LiveEvent event, Instant now) {
        var json = json(known);
        findings(json, event, now);
        return answer(json).with("etag", tag(known));
    }

    static HttpResponse brief(Definition known) {
        return answer(json(known)).with("etag", tag(known));
    }

    static HttpResponse log(Definitions.Page page) {
        var json = Json.object();
        var log = json.putArray("entries");
        for (var entry : page.entries()) {
            var node = log.addObject()
                    .put("version", entry.version())
                    .put("at", entry.at().toString())
                    .put("who", entry.who())
                    .put("action", word(entry.action()))
                    .put("revision", entry.revision());
            put(node, "note", entry.note());
            entry.batch().ifPresent(batch -> node.put(batch.takenBack() ? "takesBack" : "batch", batch.id()));
            var differences = node.putArray("differences");
            entry.differences().forEach(each -> {
                var difference = differences.addObject().put("pointer", each.pointer());
                each.before()
                        .ifPresent(
                                value -> difference.set("before", Json.mapper().valueToTree(value)));
                each.after()
                        .ifPresent(
                                value -> difference.set("after", Json.mapper().valueToTree(value)));
            });
        }
        page.next().ifPresent(version -> json.put("cursor", Long.toString(version)));
        return answer(json);
    }

    private static ObjectNode json(Definition known) {
        var json = Json.object()
                .put("event", known.id())
                .put("version", known.version())
                .put("state", word(known.state()))
                .put("latestRevision", known.latest());
        known.approved().forEach(json.putArray("approvedRevisions")::add);
        known.published().ifPresent(revision -> json.put("publishedRevision", revision));
        known.before().ifPresent(revision -> json.put("previousRevision", revision));
        if (!known.killedIn().isEmpty()) {
            known.killedIn().forEach(json.putArray("killedIn")::add);
        }
        known.review().ifPresent(review -> json.set("review", json(review)));
        return json;
    }

    /** Never with the token of its run: who has that could answer in the run's name. */
    private static ObjectNode json(Review review) {
        var json = Json.object()
                .put("run", review.id())
                .put("revision", review.revision())
                .put("state", word(review.state()))
                .put("askedBy", review.askedBy())
                .put("askedAt", review.askedAt().toString())
                .put("lapsesAt", review.lapsesAt().toString());
        put(json, "note", review.note());
        put(json, "by", review.by());
        put(json, "reason", review.reason());
        return json;
    }

    private static void put(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void findings(ObjectNode json, LiveEvent event, Instant now) {
        var findings = json.putArray("findings");
        for (Finding finding : Vocabulary.lint().findings(event, now)) {
            findings.addObject()
                    .put("severity", word(finding.severity()))
                    .put("code", finding.code())
                    .put("pointer", finding.pointer())
                    .put("message", finding.message());
        }
    }

    private static String stage(LiveEvent event, Instant now) {
        return word(Stage.of(event.calendar(), now));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String tag(Definition known) {
        return "\"" + known.version() + "\"";
    }

    private static HttpResponse answer(ObjectNode json) {
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }
}
