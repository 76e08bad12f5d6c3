package com.lifeverse.liveops.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The slow and plain way to say where an event is: it looks at what clocks show in each minute of forty days, one after the other, and
 * shares no code with the rules.
 */
final class MinuteWalk {
    private static final int MINUTES = 40 * 24 * 60;

    private final long firstMinute;
    private final long[] shown = new long[MINUTES];

    /** The minutes around that instant. */
    MinuteWalk(ZoneId zone, Instant around) {
        firstMinute = Math.floorDiv(around.getEpochSecond(), 60) - MINUTES / 2;
        for (int i = 0; i < MINUTES; i++) {
            var clock = LocalDateTime.ofInstant(Instant.ofEpochSecond((firstMinute + i) * 60), zone);
            shown[i] = Math.floorDiv(clock.toEpochSecond(ZoneOffset.UTC), 60);
        }
    }

    /** What an event is, in minutes: days by the clocks, and minutes. */
    record Spans(int days, int minutes) {}

    /**
     * An event, its start as clocks show it, in minutes since 1970-01-01T00:00.
     *
     * @param every the days between occurrences, 0 for none
     * @param times how many occurrences there are
     */
    record Happening(long start, Spans length, Spans preview, Spans endingSoon, Spans review, int every, int times) {}

    /** The name of the phase at that second. */
    String phase(Happening event, long second) {
        List<String> all = new ArrayList<>();
        for (int time = 0; time < event.times(); time++) {
            all.add(one(event, event.start() + time * 24L * 60 * event.every(), second));
        }
        for (var shownFirst : List.of("ENDING_SOON", "ACTIVE", "PREVIEW", "REVIEW", "CONCLUDED")) {
            if (all.contains(shownFirst)) {
                return shownFirst;
            }
        }
        return "HIDDEN";
    }

    /** What clocks show at the minute after that many minutes of this walk. */
    long shownAt(int minute) {
        return shown[minute];
    }

    private String one(Happening event, long start, long second) {
        long starts = when(start);
        long ends = later(starts, event.length());
        long soon = Math.max(starts, earlier(ends, event.endingSoon()));
        long announced = earlier(starts, event.preview());
        long over = later(ends, event.review());
        if (second >= over * 60) {
            return "CONCLUDED";
        } else if (second >= ends * 60) {
            return "REVIEW";
        } else if (second >= soon * 60) {
            return "ENDING_SOON";
        } else if (second >= starts * 60) {
            return "ACTIVE";
        }
        return second >= announced * 60 ? "PREVIEW" : "HIDDEN";
    }

    private long later(long minute, Spans span) {
        return byDays(minute, span.days()) + span.minutes();
    }

    private long earlier(long minute, Spans span) {
        return byDays(minute, -span.days()) - span.minutes();
    }

    private long byDays(long minute, int days) {
        return days == 0 ? minute : when(shown[(int) (minute - firstMinute)] + days * 24L * 60);
    }

    /** The first minute in which clocks show that; as much after a gap as they would have shown it after the gap's begin. */
    private long when(long clock) {
        for (int i = 0; i < MINUTES; i++) {
            if (shown[i] == clock) {
                return firstMinute + i;
            }
            if (shown[i] > clock) {
                return firstMinute + i + (clock - shown[i - 1] - 1);
            }
        }
        throw new IllegalArgumentException("Not within these days");
    }
}
