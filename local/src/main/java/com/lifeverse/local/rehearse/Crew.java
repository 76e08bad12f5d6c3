package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.StaffTokens;

/** The staff: an author, an approver who wrote nothing of it, an operator. Their calls are counted like all others. */
record Crew(LocalStack stack, Accounts accounts) {
    private static final String EVENTS = "/v1/live-events/";
    private static final String PUBLICATIONS = "/v1/trigger-publications";
    private static final int FIRST_BAD = 300;

    /**
     * Brings an event to players, as people do.
     *
     * @throws IllegalStateException if the stack refuses it
     */
    void publish(LiveEventFile file) {
        var path = EVENTS + file.event().id();
        var first = Json.object().put("revision", 1);
        call("author", "ann", "PUT", path, "\"0\"", file.document());
        call("approver", "bea", "PUT", path + "/approval", "", first);
        call("operator", "cid", "PUT", path + "/publication", "", first);
    }

    /** Puts a trigger in force, and nothing else. */
    void enforce(JsonNode trigger) {
        var known = call("approver", "bea", "GET", PUBLICATIONS, "", Json.object());
        var body = Json.object()
                .put("base", known.at("/inForce/revision").asText())
                .put("note", "for a rehearsal");
        body.putArray("triggers").add(trigger);
        call("approver", "bea", "POST", PUBLICATIONS, "", body);
    }

    /** What became of an event's rewards. */
    JsonNode settlements(String event) {
        return call("viewer", "dan", "GET", EVENTS + event + "/settlements", "", Json.object());
    }

    /** What the ledger of an event's flips has. */
    JsonNode flips(String event) {
        return call("viewer", "dan", "GET", EVENTS + event + "/flips", "", Json.object());
    }

    private JsonNode call(String role, String name, String method, String path, String seen, JsonNode body) {
        var headers = Calls.bearer(StaffTokens.issue(stack, role, name));
        if (!seen.isEmpty()) {
            headers.put("if-match", seen);
        }
        if (!method.equals("GET")) {
            headers.put("content-type", "application/json");
        }
        var request = Request.of(method, path, headers, method.equals("GET") ? Body.EMPTY : Body.of(Json.text(body)));
        var response = stack.call(request);
        accounts.add(stack.now(), request, response);
        if (response.status() >= FIRST_BAD) {
            throw new IllegalStateException("%s %s was refused: %d %s"
                    .formatted(method, path, response.status(), response.body().text()));
        }
        return Calls.json(response);
    }
}
