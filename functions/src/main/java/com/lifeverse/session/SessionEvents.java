package com.lifeverse.session;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/** What sessions tell the rest of the game. Who a player is and what they need never travels in these. */
public final class SessionEvents {
    public static final String STARTED = "session.started.v1";
    public static final String ENDED = "session.ended.v1";
    public static final String REFRESH_REUSED = "session.refresh_reused.v1";
    public static final String RESUMED = "session.resumed.v1";
    public static final String REVOKED = "player.revoked.v1";
    public static final String PARDONED = "player.pardoned.v1";
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
        return ended(id, playerId, sessionId, platform, reason, Optional.empty(), at);
    }

    /**
     * A session ended.
     *
     * @param by the platform that took over, or from which it was ended, if that is another one of the player's
     */
    public static Envelope ended(
            UUID id,
            String playerId,
            String sessionId,
            Platform platform,
            EndReason reason,
            Optional<Platform> by,
            Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", sessionId);
        payload.put("platform", platform.text());
        payload.put("reason", reason.slug());
        by.ifPresent(other -> payload.put("by", other.text()));
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

    /** A session goes on in new hands: on another device, or on the same one after a restart. */
    public static Envelope resumed(UUID id, String playerId, Session before, Session after) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", after.id());
        payload.put("platform", after.client().platform().text());
        payload.put("previousPlatform", before.client().platform().text());
        payload.put("generation", after.fence());
        return Envelope.first("evt_" + id, RESUMED, after.renewedAt(), playerId, PRODUCER, payload);
    }

    /**
     * All tokens of a player are called back.
     *
     * @param tokenEpoch the first whose tokens are good
     * @param until if they are banned for a time, until when
     */
    public static Envelope revoked(
            UUID id, String playerId, EndReason reason, long tokenEpoch, Optional<Instant> until, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("reason", reason.slug());
        payload.put("tokenEpoch", tokenEpoch);
        until.ifPresent(end -> payload.put("until", end.toString()));
        return Envelope.first("evt_" + id, REVOKED, at, playerId, PRODUCER, payload);
    }

    /** A ban was lifted before its end. */
    public static Envelope pardoned(UUID id, String playerId, Instant at) {
        return Envelope.first("evt_" + id, PARDONED, at, playerId, PRODUCER, new LinkedHashMap<>());
    }
}
