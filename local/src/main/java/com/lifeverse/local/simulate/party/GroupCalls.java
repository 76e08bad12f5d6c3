package com.lifeverse.local.simulate.party;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;

/** The requests of players to groups. */
final class GroupCalls {
    static final String GROUPS = "/v1/groups";

    private GroupCalls() {}

    static Request open(String access, String key, String template, int seats) {
        var headers = Calls.bearer(access);
        headers.put("content-type", "application/json");
        headers.put("idempotency-key", "\"" + key + "\"");
        var body = Json.object()
                .put("template", template)
                .put("joinability", "OPEN")
                .put("seats", seats);
        return Request.of("POST", GROUPS, headers, Body.of(body.toString()));
    }

    static Request join(String access, String group) {
        return withBody("POST", access, GROUPS + "/" + group + "/members", "{}");
    }

    static Request remove(String access, String group, String player) {
        return Request.of("DELETE", GROUPS + "/" + group + "/members/" + player, Calls.bearer(access), Body.EMPTY);
    }

    static Request connection(String method, String access, String group, String player) {
        var path = GROUPS + "/" + group + "/members/" + player + "/connection";
        return Request.of(method, path, Calls.bearer(access), Body.EMPTY);
    }

    static Request invite(String access, String group, String player) {
        var body = Json.object().put("playerId", player).toString();
        return withBody("POST", access, GROUPS + "/" + group + "/invitations", body);
    }

    static Request read(String access, String group) {
        return Request.of("GET", GROUPS + "/" + group, Calls.bearer(access), Body.EMPTY);
    }

    private static Request withBody(String method, String access, String path, String body) {
        var headers = Calls.bearer(access);
        headers.put("content-type", "application/json");
        return Request.of(method, path, headers, Body.of(body));
    }
}
