package com.lifeverse.platform.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A calendar in EventBridge's six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year. A time
 * that clocks leave out is left out; one that they show twice is meant once, at first.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">EventBridge Scheduler</a>
 */
public final class CronExpression {
    private static final int FIELDS = 6;
    /** Longer than any clock was ever set back. */
    private static final int HOURS_BACK = 25;

    private final String text;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet months;
    private final BitSet years;
    private final Predicate<LocalDate> days;

    private CronExpression(String text, List<String> fields) {
        this.text = text;
        this.minutes = CronField.MINUTES.numbers(fields.get(0));
        this.hours = CronField.HOURS.numbers(fields.get(1));
        this.days = CronDays.of(fields.get(2), fields.get(4));
        this.months = CronField.MONTHS.numbers(fields.get(3));
        this.years = CronField.YEARS.numbers(fields.get(5));
    }

    /**
     * Reads the six fields.
     *
     * @throws IllegalArgumentException if it is not such an expression
     */
    public static CronExpression parse(String text) {
        var fields = List.of(text.split("\\s+"));
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException("A calendar has six fields: " + text);
        }
        return new CronExpression(text, fields);
    }

    /** The first firing strictly after {@code instant}; empty if there is none any more. */
    public Optional<Instant> after(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone).toLocalDateTime();
        var from = changesNear(instant, zone) ? local.minusHours(HOURS_BACK) : local;
        for (var day = from.toLocalDate(); day.getYear() <= CronField.YEARS.most(); day = nextDay(day)) {
            if (isMeant(day)) {
                var found = after(instant, zone, from, day);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    // Only around a change of clocks can a later instant have an earlier time: without one, nothing is gone through
    // twice.
    private static boolean changesNear(Instant instant, ZoneId zone) {
        var rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return false;
        }
        var span = Duration.ofHours(HOURS_BACK);
        var next = rules.nextTransition(instant.minus(span));
        return next != null && next.getInstant().isBefore(instant.plus(span));
    }

    private Optional<Instant> after(Instant instant, ZoneId zone, LocalDateTime from, LocalDate day) {
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                var time = day.atTime(hour, minute);
                if (time.isBefore(from)) {
                    continue;
                }
                var offsets = zone.getRules().getValidOffsets(time);
                if (!offsets.isEmpty() && time.toInstant(offsets.getFirst()).isAfter(instant)) {
                    return Optional.of(time.toInstant(offsets.getFirst()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isMeant(LocalDate day) {
        return years.get(day.getYear()) && months.get(day.getMonthValue()) && days.test(day);
    }

    /** The next day of a month that is meant, or one before that. */
    private LocalDate nextDay(LocalDate day) {
        if (!years.get(day.getYear())) {
            return LocalDate.of(Math.max(day.getYear() + 1, CronField.YEARS.least()), 1, 1);
        }
        return months.get(day.getMonthValue())
                ? day.plusDays(1)
                : day.withDayOfMonth(1).plusMonths(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronExpression cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
