package com.lifeverse.session;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;

/** What sessions tell the rest of the game. Who a player is and what they need never travels in these. */
public final class SessionEvents {
    public static final String STARTED = "session.started.v1";
    public static final String ENDED = "session.ended.v1";
    public static final String REFRESH_REUSED = "session.refresh_reused.v1";
    private static final String PRODUCER = "session";

    private SessionEvents() {}

    public static Envelope started(UUID id, String playerId, Session session) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", session.id());
        payload.put("platform", session.client().platform().text());
        session.client().region().ifPresent(region -> payload.put("region", region));
        payload.put("clientVersion", session.client().version());
        payload.put("newPlayer", session.newPlayer());
        return Envelope.first("evt_" + id, STARTED, session.startedAt(), playerId, PRODUCER, payload);
    }

    public static Envelope ended(
            UUID id, String playerId, String sessionId, Platform platform, EndReason reason, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", sessionId);
        payload.put("platform", platform.text());
        payload.put("reason", reason.slug());
        return Envelope.first("evt_" + id, ENDED, at, playerId, PRODUCER, payload);
    }

    /**
     * A refresh token came back after its successor had been used: somebody has a copy.
     *
     * @param generation of the token that came back
     */
    public static Envelope refreshReused(UUID id, String playerId, Session session, long generation, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", session.id());
        payload.put("generation", generation);
        payload.put("currentGeneration", session.generation());
        return Envelope.first("evt_" + id, REFRESH_REUSED, at, playerId, PRODUCER, payload);
    }
}
