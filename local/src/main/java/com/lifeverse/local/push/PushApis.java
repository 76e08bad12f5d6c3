package com.lifeverse.local.push;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All WebSocket APIs of the stack. They share one port: a client reaches the one that its host name begins with, or the first. */
public final class PushApis {
    private final Map<String, PushApi> byId = new LinkedHashMap<>();

    /** Makes the API of that id; an earlier one of it is replaced. */
    public synchronized PushApi declare(String id, String selection) {
        var api = new PushApi(id, selection);
        byId.put(id, api);
        return api;
    }

    /** The API of that id; empty if there is no WebSocket API of that id. */
    public synchronized Optional<PushApi> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The API that a host name is for. */
    public synchronized Optional<PushApi> reachedBy(String host) {
        int dot = host.indexOf('.');
        return Optional.ofNullable(byId.get(dot < 0 ? host : host.substring(0, dot)))
                .or(() -> byId.values().stream().findFirst());
    }
}
