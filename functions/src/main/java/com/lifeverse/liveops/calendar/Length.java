package com.lifeverse.liveops.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * How long something lasts, in days as calendars have them and then in exact time: {@code P2DT6H} from Saturday noon lasts to Monday
 * 18:00, with or without a change of clocks on Sunday. ISO 8601; RFC 5545 (3.3.6) adds in the same order.
 */
public record Length(int days, Duration time) {
    /** Nothing. */
    public static final Length NONE = new Length(0, Duration.ZERO);

    private static final int MOST_DAYS = 366;

    public Length {
        if (days < 0 || time.isNegative() || days > MOST_DAYS || time.toDays() > MOST_DAYS) {
            throw new IllegalArgumentException("A length is from nothing to " + MOST_DAYS + " days");
        }
        if (time.toNanosPart() != 0) {
            throw new IllegalArgumentException("A length has whole seconds");
        }
    }

    /**
     * Reads {@code P2D}, {@code PT6H}, {@code P2DT6H} and the like.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Length parse(String text) {
        int time = text.indexOf('T');
        try {
            if (time < 0) {
                return new Length(days(Period.parse(text)), Duration.ZERO);
            }
            var days = text.substring(0, time);
            return new Length(
                    days.equals("P") ? 0 : days(Period.parse(days)), Duration.parse("P" + text.substring(time)));
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("'%s' is no length such as P2DT6H".formatted(text), notOne);
        }
    }

    public boolean isNone() {
        return days == 0 && time.isZero();
    }

    /** The moment that much later: days by the clocks, as {@link Clocks#at} reads them, then exact time. */
    public ZonedDateTime after(ZonedDateTime start) {
        return shifted(start, days).plus(time);
    }

    /** The moment that much earlier. */
    public ZonedDateTime before(ZonedDateTime end) {
        return shifted(end, -days).minus(time);
    }

    private static ZonedDateTime shifted(ZonedDateTime from, int days) {
        return days == 0 ? from : ZonedDateTime.ofLocal(from.toLocalDateTime().plusDays(days), from.getZone(), null);
    }

    /** No shorter than it ever is, whatever the clocks do: clocks change by less than a day. */
    Duration atMost() {
        return time.plusDays(days + 1L);
    }

    @Override
    public String toString() {
        return days == 0
                ? time.toString()
                : Period.ofDays(days) + (time.isZero() ? "" : time.toString().substring(1));
    }

    private static int days(Period period) {
        if (period.toTotalMonths() != 0) {
            throw new IllegalArgumentException(
                    "A length has no months or years, which are not equally long: " + period);
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(period)));
    }
}
