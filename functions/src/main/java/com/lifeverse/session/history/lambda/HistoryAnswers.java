package com.lifeverse.session.history.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.history.HistoryEntry;
import com.lifeverse.session.history.HistoryEntry.What;
import com.lifeverse.session.history.PlainWords;
import com.lifeverse.session.history.SessionStory;
import java.util.List;

/** What happened, as documents: for programs by name, for people in words. */
final class HistoryAnswers {
    private HistoryAnswers() {}

    static HttpResponse list(List<HistoryEntry> entries) {
        var json = Json.object();
        entries(json, entries);
        return answer(json);
    }

    static HttpResponse story(String sessionId, String playerId, SessionStory story) {
        var json = Json.object()
                .put("sessionId", sessionId)
                .put("playerId", playerId)
                .put(
                        "state",
                        switch (story.state()) {
                            case NOT_YET -> "not-yet";
                            case ALIVE -> "alive";
                            case ENDED -> "ended";
                        })
                .put("why", story.why());
        entries(json, story.entries());
        return answer(json);
    }

    private static void entries(ObjectNode json, List<HistoryEntry> entries) {
        var list = json.putArray("entries");
        for (var entry : entries) {
            var each = list.addObject().put("at", entry.at().toString()).put("what", what(entry.what()));
            entry.sessionId().ifPresent(id -> each.put("sessionId", id));
            each.put("words", PlainWords.of(entry));
        }
    }

    private static String what(What what) {
        return switch (what) {
            case What.Started _ -> "started";
            case What.Resumed _ -> "resumed";
            case What.Ended ended -> ended.reason().slug();
            case What.RefreshReused _ -> "refresh-reused";
            case What.Revoked _ -> "tokens-revoked";
            case What.Pardoned _ -> "ban-lifted";
        };
    }

    private static HttpResponse answer(ObjectNode json) {
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }
}
