package com.lifeverse.liveops.settlement;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.participation.ParticipationRules;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What is settled.
 *
 * @param goal what all players came to together; matters only where all count as one
 */
public record Subject(LiveEvent event, LocalDateTime occurrence, long goal) {
    /** When the last place on earth is through with it. */
    public Instant over() {
        return over(event.calendar(), occurrence);
    }

    /** When the last place on earth is through with an occurrence. */
    public static Instant over(EventCalendar calendar, LocalDateTime occurrence) {
        return ParticipationRules.lastOver(calendar, occurrence);
    }
}
