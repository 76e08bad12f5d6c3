package com.lifeverse.session.rights.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import com.lifeverse.session.rights.Receipt;
import com.lifeverse.session.rights.RightsPolicy;
import java.time.Duration;
import java.util.List;

/** Requests and receipts as documents. */
record RequestAnswers(RightsPolicy policy, SessionPolicy sessions, Duration logs) {
    HttpResponse one(int status, DataRequest request) {
        return answer(status, json(request));
    }

    /** An export that goes with its player. */
    HttpResponse gone(DataRequest export) {
        return answer(200, erased(export));
    }

    HttpResponse all(List<DataRequest> requests) {
        boolean erasing = requests.stream().anyMatch(request -> request.kind() == Kind.ERASURE);
        var json = Json.object();
        var list = json.putArray("requests");
        requests.forEach(
                request -> list.add(erasing && request.kind() == Kind.EXPORT ? erased(request) : json(request)));
        return answer(200, json);
    }

    private static ObjectNode erased(DataRequest export) {
        return head(export).put("state", "erased");
    }

    private static ObjectNode head(DataRequest request) {
        return Json.object()
                .put("requestId", request.id())
                .put("kind", request.kind().text())
                .put("askedAt", request.askedAt().toString())
                .put("askedBy", request.askedBy());
    }

    private ObjectNode json(DataRequest request) {
        var json = head(request);
        switch (request.progress()) {
            case Progress.Asked() -> json.put("state", "at-work");
            case Progress.Exported(var at, var parts) -> {
                json.put("state", "ready").put("doneAt", at.toString());
                json.put("expiresAt", at.plus(policy.exportLife()).toString());
                var list = json.putArray("parts");
                parts.forEach(part -> list.add("/v1/data-exports/" + request.id() + "/parts/" + part));
            }
            case Progress.Erased erased -> {
                json.put("state", erased.closed() ? "closed" : "erased")
                        .put("doneAt", erased.at().toString());
                json.set("receipt", receipt(Receipt.of(request, erased, policy, sessions, logs)));
            }
        }
        return json;
    }

    private static ObjectNode receipt(Receipt receipt) {
        var json = Json.object();
        var reached = json.putArray("reached");
        for (var found : receipt.reached()) {
            reached.addObject()
                    .put("store", found.store())
                    .put("what", found.what())
                    .put("words", words(found))
                    .put("items", found.items())
                    .put("pass", found.pass());
        }
        var kept = json.putArray("kept");
        receipt.kept()
                .forEach(each -> kept.addObject()
                        .put("what", each.what())
                        .put("why", each.why())
                        .put("until", each.until().toString()));
        var fading = json.putArray("fading");
        receipt.fading()
                .forEach(each -> fading.addObject()
                        .put("where", each.where())
                        .put("what", each.what())
                        .put("until", each.until().toString()));
        return json;
    }

    private static String words(Found found) {
        return Holding.of(found.what()).map(Holding::words).orElse(found.what());
    }

    private static HttpResponse answer(int status, ObjectNode json) {
        return HttpResponse.json(status, json).with("cache-control", "no-store");
    }
}
