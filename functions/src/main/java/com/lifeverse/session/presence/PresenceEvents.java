package com.lifeverse.session.presence;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;

/** What presence tells the rest of the game: never the words of a status. */
final class PresenceEvents {
    private static final String CHANGED = "session.presence_changed.v1";

    private PresenceEvents() {}

    static Envelope changed(UUID id, String playerId, Statement statement, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sessionId", statement.sessionId());
        payload.put("availability", statement.availability().text());
        return Envelope.first("evt_" + id, CHANGED, at, playerId, "session", payload);
    }
}
