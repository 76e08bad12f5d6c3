package com.lifeverse.liveops.desk;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What live events tell the rest of the game. They are about no player in particular. */
public final class LiveopsEvents {
    public static final String CATALOGUE_CHANGED = "liveops.catalogue_changed.v1";
    public static final String TIMELINE_PUBLISHED = "liveops.timeline_published.v1";
    public static final String PHASE_CHANGED = "liveops.phase_changed.v1";
    private static final String PRODUCER = "liveops";

    private LiveopsEvents() {}

    /** What players have is changed: timelines are to be made anew. */
    static Envelope catalogueChanged(UUID id, Change change) {
        Map<String, Object> payload = Map.of(
                "event", change.after().id(),
                "version", change.after().version());
        return Envelope.first("evt_" + id, CATALOGUE_CHANGED, change.entry().at(), "", PRODUCER, payload)
                .orderedBy(PRODUCER);
    }

    /** An occurrence of an event has passed into a phase; events of one keep their order. */
    public static Envelope phaseChanged(UUID id, String event, Instant time, Map<String, Object> payload) {
        return Envelope.first("evt_" + id, PHASE_CHANGED, time, "", PRODUCER, payload)
                .orderedBy(PRODUCER + "/" + event);
    }

    /** There are timelines of that version. */
    public static Envelope timelinePublished(UUID id, long version, Instant now) {
        return Envelope.first("evt_" + id, TIMELINE_PUBLISHED, now, "", PRODUCER, Map.of("version", version))
                .orderedBy(PRODUCER);
    }
}
