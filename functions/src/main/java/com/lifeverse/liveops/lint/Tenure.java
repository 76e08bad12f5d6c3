package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Reach;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What players had of an event.
 *
 * @param event by which revision
 * @param until when they had that; the moment itself if they have it still
 */
public record Tenure(LiveEvent event, Instant until) {
    /** Whether one of its occurrences began for anybody as long as players had that. */
    boolean hasBegun(LocalDateTime name) {
        return !until.isBefore(event.calendar().occurrence(name, Reach.FIRST).starts());
    }
}
