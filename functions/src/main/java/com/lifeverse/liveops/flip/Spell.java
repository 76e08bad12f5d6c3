package com.lifeverse.liveops.flip;

import com.lifeverse.liveops.calendar.EventCalendar;
import java.time.Instant;

/**
 * A time in which players had one revision of an event.
 *
 * @param revision its number
 * @param calendar what it says
 * @param from since when they had it
 * @param until when they had another one, or none; the moment itself if they have it still
 */
public record Spell(int revision, EventCalendar calendar, Instant from, Instant until) {}
