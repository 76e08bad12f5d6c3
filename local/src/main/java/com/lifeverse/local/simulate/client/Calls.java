package com.lifeverse.local.simulate.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The requests of players, and what their answers say. */
public final class Calls {
    /** Where sessions are. */
    public static final String SESSIONS = "/v1/sessions";
    /** Where events are told. */
    public static final String EVENTS = "/v1/events";
    /** Where a player's messages are. */
    public static final String INBOX = "/v1/inbox-messages";
    /** The host that clients call. */
    public static final String HOST = "api.simulated";

    private Calls() {}

    /** A device that was never seen is a new player; the same device is the same one. */
    public static Request signIn(String device, Optional<String> idempotencyKey) {
        var body = Json.object().put("platform", "switch").put("clientVersion", "1.4.0");
        body.putObject("credential")
                .put("type", "device")
                .put("deviceId", device + "-of-the-simulation")
                .put("secret", "made-by-" + device + "-at-first-start");
        var headers = headers();
        idempotencyKey.ifPresent(key -> headers.put("idempotency-key", "\"" + key + "\""));
        return Request.of("POST", SESSIONS, headers, Body.of(body.toString()));
    }

    public static Request renew(String session, String refreshToken) {
        var body = Json.object().put("refreshToken", refreshToken);
        return Request.of("POST", SESSIONS + "/" + session + "/renew", headers(), Body.of(body.toString()));
    }

    public static Request read(String session, String access) {
        return Request.of("GET", SESSIONS + "/" + session, bearer(access), Body.EMPTY);
    }

    public static Request signOut(String session, String access) {
        return Request.of("DELETE", SESSIONS + "/" + session, bearer(access), Body.EMPTY);
    }

    public static Request inbox(String access, Optional<String> cursor) {
        return inbox(access, 3, cursor);
    }

    /** As the other, so many messages at once. */
    public static Request inbox(String access, int limit, Optional<String> cursor) {
        var target = INBOX + "?limit=" + limit
                + cursor.map(text -> "&cursor=" + text).orElse("");
        return Request.of("GET", target, bearer(access), Body.EMPTY);
    }

    /** The session that a path is about; empty for a path without one. */
    public static Optional<String> session(Request request) {
        var rest = request.path().startsWith(SESSIONS + "/") ? request.path().substring(SESSIONS.length() + 1) : "";
        return Optional.of(rest.split("/", 2)[0]).filter(id -> !id.isEmpty());
    }

    public static JsonNode json(Request request) {
        return json(request.body().text());
    }

    public static JsonNode json(Response response) {
        return json(response.body().text());
    }

    /** The value of a body; of none, an empty object. */
    public static JsonNode json(String text) {
        return text.isEmpty() ? Json.object() : Json.read(text);
    }

    /** The slug of a problem document, empty if it is none. */
    public static String problem(Response response) {
        return json(response).path("type").asText().replace("/problems/", "");
    }

    /** Headers of a client without one, which sends JSON. */
    public static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("host", HOST);
        headers.put("content-type", "application/json");
        return headers;
    }

    /** Headers of a client with an access token. */
    public static Map<String, String> bearer(String access) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("host", HOST);
        headers.put("authorization", "Bearer " + access);
        return headers;
    }
}
