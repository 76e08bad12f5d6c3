package com.lifeverse.local.http.api;

import com.lifeverse.local.http.message.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All HTTP APIs of the stack. They share one address here: a request reaches the one whose id its host name begins with, as
 * in {@code http://abc123.localhost:8080}, and without such a name the one that was declared first.
 */
public final class Apis {
    private final Map<String, HttpApi> byId = new LinkedHashMap<>();

    /** The API of that id, made if it is not there. */
    public synchronized HttpApi declare(String id) {
        return byId.computeIfAbsent(id, HttpApi::new);
    }

    /**
     * The API of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public synchronized HttpApi at(String id) {
        var api = byId.get(id);
        if (api == null) {
            throw new IllegalArgumentException("There is no HTTP API " + id);
        }
        return api;
    }

    /** The API that the request is for; empty if none is declared. */
    public synchronized Optional<HttpApi> reachedBy(Request request) {
        var host = request.headers().first("host").orElse("");
        int dot = host.indexOf('.');
        return Optional.ofNullable(byId.get(dot < 0 ? host : host.substring(0, dot)))
                .or(() -> byId.values().stream().findFirst());
    }
}
