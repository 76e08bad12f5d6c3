package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.Map;

/**
 * A firing that is decided and counted but not told yet: it waits until nothing more happens, or for others to be told with it.
 *
 * @param id the decision's
 * @param occurrence which time this is within the limit
 * @param cause the event that it is told as caused by, without its payload
 * @param firings how many it stands for
 * @param since when the first of them, or of its burst, happened
 * @param last when the last happening of its burst happened
 */
public record Held(String id, String occurrence, Envelope cause, int firings, Instant since, Instant last) {
    static Held of(String id, String occurrence, Envelope event) {
        var cause = new Envelope(
                event.id(),
                event.type(),
                event.version(),
                event.time(),
                event.playerId(),
                event.eventGroupId(),
                event.deduplicationId(),
                event.correlationId(),
                event.causation(),
                event.hops(),
                event.producer(),
                event.isReplay(),
                Map.of());
        return new Held(id, occurrence, cause, 1, cause.time(), cause.time());
    }

    /** With one more firing. */
    Held joined() {
        return new Held(id, occurrence, cause, firings + 1, since, last);
    }

    /** Its burst. */
    Burst burst() {
        return new Burst(since, last);
    }

    /** With a burst that is so long. */
    Held bursting(Burst burst) {
        return new Held(id, occurrence, cause, firings, burst.since(), burst.last());
    }
}
