package com.lifeverse.liveops.event.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Length;
import com.lifeverse.liveops.calendar.Recurrence;
import com.lifeverse.liveops.calendar.Stages;
import com.lifeverse.platform.Violation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads {@code when} and {@code phases} of an event's file, whose form has been checked. */
final class CalendarReading {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** What is far from here is a slip of the pen; and what happens from the year 2200 on is never reckoned. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    private final JsonNode file;
    private final List<Violation> violations;

    private CalendarReading(JsonNode file, List<Violation> violations) {
        this.file = file;
        this.violations = violations;
    }

    /** The calendar; empty if something is wrong, which is then told with its place. */
    static Optional<EventCalendar> of(JsonNode file, List<Violation> violations) {
        return new CalendarReading(file, violations).read();
    }

    /**
     * Tells what a calendar has that cannot be reckoned, or means nothing. What was saved before there were such bounds is read without:
     * nobody's event is gone because of them.
     */
    static void bounds(JsonNode file, EventCalendar calendar, List<Violation> violations) {
        new CalendarReading(file, violations).bounds(calendar);
    }

    private void bounds(EventCalendar calendar) {
        int before = violations.size();
        year("/when/start", calendar.start());
        calendar.recurrence().ifPresent(again -> {
            again.from().ifPresent(from -> year("/when/repeat/activeFrom", from));
            again.to().ifPresent(to -> year("/when/repeat/activeTo", to));
            for (int at = 0; at < file.at("/when/repeat/except").size(); at++) {
                year("/when/repeat/except/" + at, time("/when/repeat/except/" + at));
            }
            if (violations.size() == before) {
                again.fault(calendar.start())
                        .ifPresent(fault -> violations.add(new Violation("/when/repeat/rule", fault)));
            }
        });
    }

    private void year(String pointer, LocalDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            violations.add(
                    new Violation(pointer, "must be in the years from %d to %d".formatted(FIRST_YEAR, LAST_YEAR)));
        }
    }

    private Optional<EventCalendar> read() {
        int before = violations.size();
        var start = time("/when/start");
        var length = length("/when/duration");
        var clocks = clocks();
        var stages = new Stages(length("/phases/preview"), length("/phases/endingSoon"), length("/phases/review"));
        var again = file.at("/when/repeat").isMissingNode() ? Optional.<Recurrence>empty() : recurrence();
        if (length.isNone() && violations.size() == before) {
            violations.add(new Violation("/when/duration", "must be longer than nothing"));
        }
        if (violations.size() != before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EventCalendar(start, length, clocks, stages, again));
        } catch (IllegalArgumentException e) {
            violations.add(new Violation("/when", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Clocks clocks() {
        return switch (file.at("/when/time").asText()) {
            case "utc" -> new Clocks.Utc();
            case "player-local" -> new Clocks.PlayerLocal();
            case String zone ->
                read("/when/time", "must be utc, player-local or a zone such as Europe/Berlin", CalendarReading::zone)
                        .<Clocks>map(Clocks.Zone::new)
                        .orElseGet(Clocks.Utc::new);
        };
    }

    /** A region's, so that changes of clocks are known; an offset such as +01:00 knows of none. */
    private static ZoneId zone(String name) {
        if (!name.contains("/")) {
            throw new DateTimeException(name);
        }
        return ZoneId.of(name);
    }

    private Optional<Recurrence> recurrence() {
        var excluded = new TreeSet<LocalDateTime>();
        for (int at = 0; at < file.at("/when/repeat/except").size(); at++) {
            excluded.add(time("/when/repeat/except/" + at));
        }
        var from = optionalTime("/when/repeat/activeFrom");
        var to = optionalTime("/when/repeat/activeTo");
        try {
            return Optional.of(new Recurrence(file.at("/when/repeat/rule").asText(), from, to, excluded));
        } catch (IllegalArgumentException e) {
            violations.add(new Violation("/when/repeat/rule", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<LocalDateTime> optionalTime(String pointer) {
        return file.at(pointer).isMissingNode() ? Optional.empty() : Optional.of(time(pointer));
    }

    private LocalDateTime time(String pointer) {
        return read(pointer, "must be a time without a zone, such as 2026-12-04T18:00", LocalDateTime::parse)
                .orElse(NO_TIME);
    }

    private Length length(String pointer) {
        return file.at(pointer).isMissingNode()
                ? Length.NONE
                : read(pointer, "must be a length such as P2DT6H, of at most 366 days", Length::parse)
                        .orElse(Length.NONE);
    }

    private <T> Optional<T> read(String pointer, String message, Function<String, T> reader) {
        var text = file.at(pointer);
        if (!text.isTextual()) {
            // The form has said so.
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.asText()));
        } catch (DateTimeException | IllegalArgumentException e) {
            violations.add(new Violation(pointer, message));
        }
        return Optional.empty();
    }
}
