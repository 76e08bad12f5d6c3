package com.lifeverse.session.rights;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What is told of data rights: to the workflows that see to them, and to everybody who holds something about players. */
public final class RightsEvents {
    public static final String REQUESTED = "player.data_requested.v1";
    public static final String ERASED = "player.erased.v1";
    private static final String PRODUCER = "session";

    private RightsEvents() {}

    static Envelope requested(UUID id, String playerId, DataRequest request) {
        return Envelope.first("evt_" + id, REQUESTED, request.askedAt(), playerId, PRODUCER, payload(request));
    }

    /** Whoever holds something about the player forgets it now. */
    public static Envelope erased(UUID id, String playerId, DataRequest request, Instant at) {
        return Envelope.first("evt_" + id, ERASED, at, playerId, PRODUCER, payload(request));
    }

    private static Map<String, Object> payload(DataRequest request) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("requestId", request.id());
        payload.put("kind", request.kind().text());
        return payload;
    }
}
