package com.lifeverse.session.notice;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;

/** What connections tell the rest of the game. */
public final class NoticeEvents {
    public static final String REQUESTED = "notice.requested.v1";
    public static final String CONNECTED = "session.connected.v1";
    public static final String DISCONNECTED = "session.disconnected.v1";
    private static final String PRODUCER = "session";

    private NoticeEvents() {}

    /** Why a connection is over. */
    public enum Reason {
        /** The gateway said so. */
        CLOSED("closed"),
        /** The gateway did not know it any more. */
        GONE("gone");

        private final String slug;

        Reason(String slug) {
            this.slug = slug;
        }
    }

    static Envelope connected(UUID id, String playerId, String sessionId, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", sessionId);
        payload.put("connectedAt", at.toString());
        return Envelope.first("evt_" + id, CONNECTED, at, playerId, PRODUCER, payload);
    }

    static Envelope disconnected(UUID id, Connection connection, Reason reason, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", connection.sessionId());
        payload.put("connectedAt", connection.since().toString());
        payload.put("reason", reason.slug);
        return Envelope.first("evt_" + id, DISCONNECTED, at, connection.playerId(), PRODUCER, payload);
    }

    /** That the event's player is to hear of something. */
    public static Envelope requested(String id, String playerId, String topic, String about, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("topic", topic);
        payload.put("about", about);
        return Envelope.first(id, REQUESTED, at, playerId, PRODUCER, payload);
    }

    /** That the event's player is to hear of something, and the count of their notices has grown by it already. */
    public static Envelope announced(String id, String playerId, String topic, String about, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("topic", topic);
        payload.put("about", about);
        payload.put("announced", true);
        return Envelope.first(id, REQUESTED, at, playerId, PRODUCER, payload);
    }
}
