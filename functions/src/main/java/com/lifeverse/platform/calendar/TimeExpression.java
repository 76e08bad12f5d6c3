package com.lifeverse.platform.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something is to happen, as EventBridge Scheduler writes it.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">EventBridge Scheduler</a>
 */
public sealed interface TimeExpression {
    /** What stands in the brackets of {@code cron(…)}. */
    Pattern CRON = Pattern.compile("cron\\((\\S.*\\S)\\)");

    /** What stands in those of {@code rate(…)}. */
    Pattern RATE = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)s?\\)");

    /** What stands in those of {@code at(…)}. */
    Pattern AT = Pattern.compile("at\\((\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\\)");

    /** Again and again, that far apart. A day is 24 hours, whatever clocks do. */
    record Rate(Duration every) implements TimeExpression {}

    /** Once. */
    record At(Instant instant) implements TimeExpression {}

    /** At the times of a calendar, in a zone. */
    record Cron(CronExpression times, ZoneId zone) implements TimeExpression {}

    /**
     * Reads {@code rate(10 minutes)}, {@code cron(0 4 1 * ? *)} or {@code at(2027-01-31T18:00:00)}.
     *
     * @param zone of the times in {@code at} and {@code cron}
     * @throws InvalidTimes worded as EventBridge Scheduler words it
     */
    static TimeExpression parse(String text, ZoneId zone) {
        var rate = RATE.matcher(text);
        if (rate.matches() && Long.parseLong(rate.group(1)) > 0) {
            long value = Long.parseLong(rate.group(1));
            return new Rate(
                    switch (rate.group(2)) {
                        case "minute" -> Duration.ofMinutes(value);
                        case "hour" -> Duration.ofHours(value);
                        default -> Duration.ofDays(value);
                    });
        }
        var at = AT.matcher(text);
        var cron = CRON.matcher(text);
        try {
            if (at.matches()) {
                return new At(LocalDateTime.parse(at.group(1)).atZone(zone).toInstant());
            }
            if (cron.matches()) {
                return new Cron(CronExpression.parse(cron.group(1)), zone);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidTimes(text, e);
        }
        throw new InvalidTimes(text, null);
    }

    /**
     * The first time strictly after {@code instant}; empty if there is none any more.
     *
     * @param anchor a time that a rate counts from, in both directions
     */
    default Optional<Instant> after(Instant instant, Instant anchor) {
        return switch (this) {
            case Rate(var every) -> {
                long steps = Math.floorDiv(Duration.between(anchor, instant).toMillis(), every.toMillis());
                yield Optional.of(anchor.plus(every.multipliedBy(steps + 1)));
            }
            case At(var once) -> Optional.of(once).filter(instant::isBefore);
            case Cron(var times, var zone) -> times.after(instant, zone);
        };
    }
}
