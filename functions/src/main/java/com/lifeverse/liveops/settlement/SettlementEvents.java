package com.lifeverse.liveops.settlement;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What settlements tell the rest of the game; it is about no player in particular. */
public final class SettlementEvents {
    public static final String REWARDS_SETTLED = "liveops.rewards_settled.v1";
    private static final String PRODUCER = "liveops";

    private SettlementEvents() {}

    /** Nothing is owed any more. */
    public static Envelope settled(
            UUID id, String event, LocalDateTime occurrence, String settlement, Tally found, Instant now) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", event);
        payload.put("occurrence", occurrence.toString());
        payload.put("settlement", settlement);
        payload.put("players", found.players());
        payload.put("rewards", found.claimed());
        return Envelope.first("evt_" + id, REWARDS_SETTLED, now, "", PRODUCER, payload)
                .orderedBy(PRODUCER + "/" + event);
    }
}
