package com.lifeverse.liveops.compensation;

import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What compensations tell the rest of the game; it is about no player in particular. */
public final class CompensationEvents {
    public static final String APPROVED = "liveops.compensation_approved.v1";
    public static final String MADE = "liveops.compensation_made.v1";
    private static final String PRODUCER = "liveops";

    private CompensationEvents() {}

    /**
     * A second person has said yes: its grants are to be made.
     *
     * @param after with its cause, which is the event's id
     */
    public static Envelope approved(Compensation after, Instant now) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("compensation", after.id());
        payload.put("digest", after.digest());
        payload.put("players", after.players());
        return first(after.cause().orElseThrow(), APPROVED, after.id(), now, payload);
    }

    /** All of it is in the ledger of grants. */
    public static Envelope made(UUID id, Compensation after, Made made, Instant now) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("compensation", after.id());
        payload.put("granted", made.granted());
        payload.put("skipped", made.skipped());
        return first("evt_" + id, MADE, after.id(), now, payload);
    }

    private static Envelope first(
            String id, String type, String compensation, Instant now, Map<String, Object> payload) {
        return Envelope.first(id, type, now, "", PRODUCER, payload).orderedBy(PRODUCER + "/" + compensation);
    }
}
