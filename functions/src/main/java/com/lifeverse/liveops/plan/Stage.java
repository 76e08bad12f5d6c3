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
        return Reach.of(calendar, now, 1).stream()
                .findFirst()
                .map(next -> {
                    if (now.isBefore(next.from())) {
                        return SCHEDULED;
                    }
                    // Its review goes on when it runs no more.
                    return now.isBefore(next.until()) ? RUNNING : afterwards(calendar, next.until());
                })
                .orElse(CONCLUDED);
    }

    private static Stage afterwards(EventCalendar calendar, Instant end) {
        return Reach.of(calendar, end, 2).size() > 1 ? SCHEDULED : CONCLUDED;
    }
}
