package com.lifeverse.liveops.run;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Edge;
import com.lifeverse.liveops.event.LiveEvent.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What follows from an occurrence, and when: pure, so that whoever looks late finds what whoever looks in time does. */
public final class RunRules {
    /** Whose clocks are last at every moment. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private static final int FIRST_QUARTER = -12 * 4;
    private static final int LAST_QUARTER = 14 * 4;
    private static final int QUARTER = 15 * 60;

    private RunRules() {}

    /**
     * How an occurrence stands.
     *
     * @param event what players have, or what they had if they have it no more
     * @param stands true if players have it, with this occurrence
     * @param since until when messages were told
     */
    public static Standing look(
            LiveEvent event, boolean stands, LocalDateTime occurrence, Instant since, Instant now, RunPolicy policy) {
        var over = event.calendar().occurrence(occurrence, LAST).over().plus(policy.grace());
        if (!stands) {
            return now.isBefore(over) ? waits(Optional.of(over), now, policy) : new Standing.Withdrawn();
        }
        if (moments(event, occurrence).anyMatch(at -> at.isAfter(since) && !at.isAfter(now))) {
            return new Standing.Tells();
        }
        if (now.isBefore(over)) {
            var next = Stream.concat(moments(event, occurrence).filter(at -> at.isAfter(now)), Stream.of(over))
                    .min(Instant::compareTo)
                    .map(at -> paced(event, at, over, policy));
            return waits(next, now, policy);
        }
        return event.rewards().isEmpty() ? new Standing.Over() : new Standing.Settles();
    }

    /** When a player is to be told: by their own occurrence. */
    public static Instant at(EventCalendar calendar, LocalDateTime occurrence, Message message, ZoneOffset player) {
        var own = calendar.occurrence(occurrence, player);
        return (message.at() == Edge.START ? own.starts() : own.ends()).plus(message.offset());
    }

    private static Stream<Instant> moments(LiveEvent event, LocalDateTime occurrence) {
        return event.messages().stream()
                .flatMap(message ->
                        offsets(event.calendar()).map(offset -> at(event.calendar(), occurrence, message, offset)));
    }

    private static Stream<ZoneOffset> offsets(EventCalendar calendar) {
        return calendar.clocks() instanceof Clocks.PlayerLocal
                ? IntStream.rangeClosed(FIRST_QUARTER, LAST_QUARTER)
                        .mapToObj(quarter -> ZoneOffset.ofTotalSeconds(quarter * QUARTER))
                : Stream.of(ZoneOffset.UTC);
    }

    /** Few players' clocks are off by a quarter: it is not worth a pass over all to tell them half an hour sooner. */
    private static Instant paced(LiveEvent event, Instant at, Instant over, RunPolicy policy) {
        if (at.equals(over) || !(event.calendar().clocks() instanceof Clocks.PlayerLocal)) {
            return at;
        }
        long pace = policy.pace().toMillis();
        long late = Math.floorMod(at.toEpochMilli(), pace);
        return late == 0 ? at : at.plusMillis(pace - late);
    }

    private static Standing.Waits waits(Optional<Instant> next, Instant now, RunPolicy policy) {
        var again = now.plus(policy.look());
        return new Standing.Waits(next.filter(again::isAfter).orElse(again));
    }

    /** How long before the first look messages count as told: those are of a time when players did not have the event. */
    public static Instant first(Instant told) {
        return told.minus(Duration.ofMillis(1));
    }
}
