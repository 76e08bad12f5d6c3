package com.lifeverse.session.preference;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;

/** What preferences tell the rest of the game: that they have changed, and never what a player wishes or needs. */
public final class PreferenceEvents {
    public static final String CHANGED = "player.preferences_changed.v1";
    private static final String PRODUCER = "session";

    private PreferenceEvents() {}

    /** The player has saved other preferences; whoever must know them reads them. */
    public static Envelope changed(UUID id, String playerId, PlayerPreferences saved, Instant at) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("revision", saved.revision());
        return Envelope.first("evt_" + id, CHANGED, at, playerId, PRODUCER, payload);
    }
}
