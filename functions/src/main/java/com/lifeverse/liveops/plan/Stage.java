package com.lifeverse.liveops.plan;

import com.lifeverse.liveops.calendar.EventCalendar;
import java.time.Instant;

/** Where an event is for the world as a whole; each player has a {@link com.lifeverse.liveops.calendar.Phase} of their own. */
public enum Stage {
    /** It runs for nobody, and will. */
    SCHEDULED,
    /** It runs for somebody. */
    RUNNING,
    /** It is over for everybody. */
    CONCLUDED;

    /** Where it is at that moment. */
    public static Stage of(EventCalendar calendar, Instant now) {
        // What is in review runs no more.
        return Reach.from(calendar, now, false)
                .findFirst()
                .map(next -> now.isBefore(next.from()) ? SCHEDULED : RUNNING)
                .orElse(CONCLUDED);
    }
}
