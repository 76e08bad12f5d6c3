package com.lifeverse.local.rehearse;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;

/**
 * Somebody who is signed in, at an event.
 *
 * @param access their token
 */
record Visit(String event, String playerId, String access) {
    /** A request that is made when it is sent. */
    @FunctionalInterface
    interface Asking {
        Request request();
    }

    /** Somebody signs in with a device of their own. */
    static Request signIn(Persona who) {
        var body = Json.object()
                .put("platform", who.platform())
                .put("region", who.region())
                .put("clientVersion", who.clientVersion());
        body.putObject("credential")
                .put("type", "device")
                .put("deviceId", "device-of-" + who.name())
                .put("secret", "secret-of-device-of-" + who.name());
        return Request.of("POST", Calls.SESSIONS, Calls.headers(), Body.of(body.toString()));
    }

    /** The keys of timelines. */
    static Request keys() {
        return Request.of("GET", "/v1/timeline-keys", Calls.headers(), Body.EMPTY);
    }

    /**
     * The timeline of where somebody plays.
     *
     * @param tag of what they hold; empty if nothing
     */
    static Request timeline(Persona who, String tag) {
        var headers = Calls.headers();
        if (!tag.isEmpty()) {
            headers.put("if-none-match", tag);
        }
        return Request.of("GET", "/v1/timelines/" + who.platform() + "/" + who.region(), headers, Body.EMPTY);
    }

    Asking get(String what) {
        return () -> Request.of("GET", path(what), Calls.bearer(access), Body.EMPTY);
    }

    Asking post(String what, String body) {
        return () -> {
            var headers = Calls.bearer(access);
            headers.put("content-type", "application/json");
            return Request.of("POST", path(what), headers, Body.of(body));
        };
    }

    /** What all have come to together. */
    Asking goal(String query) {
        return () -> Request.of("GET", "/v1/live-event-goals/" + event + query, Calls.bearer(access), Body.EMPTY);
    }

    private String path(String what) {
        return "/v1/live-events/" + event + "/" + what;
    }
}
