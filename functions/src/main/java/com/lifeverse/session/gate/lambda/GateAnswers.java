package com.lifeverse.session.gate.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.gate.GatePolicy;
import com.lifeverse.session.gate.Gates;

/** The gates as documents. */
final class GateAnswers {
    private GateAnswers() {}

    /** For everybody: caches may keep it as long as functions do, and it costs nothing to ask whether it changed. */
    static HttpResponse open(Gates gates, GatePolicy policy, HttpRequest request) {
        var tag = "\"" + gates.revision() + "\"";
        var cacheable = request.header("if-none-match").filter(tag::equals).isPresent()
                ? HttpResponse.empty(304)
                : HttpResponse.json(200, document(gates));
        return cacheable
                .with("etag", tag)
                .with("cache-control", "public, max-age=" + policy.life().toSeconds());
    }

    /** For the operator who has just changed it. */
    static HttpResponse staff(Gates gates) {
        return HttpResponse.json(200, document(gates)).with("cache-control", "no-store");
    }

    private static ObjectNode document(Gates gates) {
        var json = Json.object().put("revision", gates.revision());
        gates.maintenance().ifPresent(window -> {
            var each = json.putObject("maintenance")
                    .put("from", window.from().toString())
                    .put("until", window.until().toString());
            window.message().ifPresent(message -> each.put("message", message));
        });
        var versions = json.putObject("minimumVersions");
        gates.minimumVersions().forEach((platform, version) -> versions.put(platform.text(), version));
        var drains = json.putObject("regionDrains");
        gates.drains().forEach((region, drain) -> {
            var each = drains.putObject(region).put("until", drain.until().toString());
            drain.goTo().forEach(each.putArray("goTo")::add);
        });
        gates.admission().ifPresent(admission -> {
            var each = json.putObject("admission")
                    .put("perSecond", admission.perSecond())
                    .put("queue", admission.automatic() ? "when-needed" : "always");
            admission.mostPlayers().ifPresent(most -> each.put("mostPlayers", most));
        });
        gates.lease().ifPresent(lease -> json.putObject("lease").put("duration", lease.toString()));
        return json;
    }
}
