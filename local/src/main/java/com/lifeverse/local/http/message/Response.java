package com.lifeverse.local.http.message;

import com.lifeverse.local.kernel.Json;
import java.util.Map;

/** A response before it is sent; its length is stated by whoever sends it. */
public record Response(int status, Headers headers, Body body) {
    /** A JSON document. */
    public static Response json(int status, String document) {
        return new Response(status, Headers.of(Map.of("content-type", "application/json")), Body.of(document));
    }

    /** An answer of the gateway's own. */
    public static Response message(int status, String message) {
        return json(status, Json.text(Json.object().put("message", message)));
    }

    /** This one with a header more. */
    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }
}
