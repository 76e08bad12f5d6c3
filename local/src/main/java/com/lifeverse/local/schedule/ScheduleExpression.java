package com.lifeverse.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** When a schedule fires. */
public sealed interface ScheduleExpression {
    /** What stands in the brackets of {@code cron(…)}. */
    Pattern CRON = Pattern.compile("cron\\((\\S.*\\S)\\)");

    /** Again and again, that far apart. A day is 24 hours, whatever clocks do. */
    record Rate(Duration every) implements ScheduleExpression {}

    /** Once. */
    record At(Instant instant) implements ScheduleExpression {}

    /** At the times of a calendar, in a zone. */
    record Cron(CronExpression times, ZoneId zone) implements ScheduleExpression {}

    /**
     * Reads {@code rate(10 minutes)}, {@code cron(0 4 1 * ? *)} or {@code at(2027-01-31T18:00:00)}.
     *
     * @param zone of the times in {@code at} and {@code cron}
     * @throws AwsServiceException ValidationException, worded as EventBridge Scheduler words it
     */
    static ScheduleExpression parse(String text, ZoneId zone) {
        var rate = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)s?\\)").matcher(text);
        if (rate.matches() && Long.parseLong(rate.group(1)) > 0) {
            long value = Long.parseLong(rate.group(1));
            return new Rate(
                    switch (rate.group(2)) {
                        case "minute" -> Duration.ofMinutes(value);
                        case "hour" -> Duration.ofHours(value);
                        default -> Duration.ofDays(value);
                    });
        }
        var at = Pattern.compile("at\\((\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\\)")
                .matcher(text);
        if (at.matches()) {
            try {
                return new At(LocalDateTime.parse(at.group(1)).atZone(zone).toInstant());
            } catch (DateTimeParseException e) {
                throw invalid(text);
            }
        }
        var cron = CRON.matcher(text);
        if (cron.matches()) {
            try {
                return new Cron(CronExpression.parse(cron.group(1)), zone);
            } catch (IllegalArgumentException e) {
                throw invalid(text);
            }
        }
        throw invalid(text);
    }

    /**
     * Reads the expression of a rule, whose times are UTC: as {@link #parse}, but without {@code at}, and a rate of one
     * has its unit in the singular, any other in the plural.
     *
     * @throws AwsServiceException ValidationException, worded as EventBridge words it
     */
    static ScheduleExpression parseForRule(String text) {
        boolean rate = text.startsWith("rate(");
        boolean grammatical = text.matches("rate\\((1 (minute|hour|day)|(?!1 )\\d+ (minutes|hours|days))\\)");
        try {
            if (!text.startsWith("at(") && (!rate || grammatical)) {
                return parse(text, ZoneOffset.UTC);
            }
        } catch (AwsServiceException e) {
            throw refused("EventBridge", "Parameter ScheduleExpression is not valid.", e);
        }
        throw refused("EventBridge", "Parameter ScheduleExpression is not valid.", null);
    }

    /**
     * The first firing of a schedule made at {@code now}. A rate begins at its start date, without one at once; a time
     * that has passed already never comes.
     */
    default Optional<Instant> first(Instant now, Optional<Instant> start) {
        return switch (this) {
            case Rate(var every) ->
                start.map(begin -> begin.isBefore(now) ? follow(begin, every, now.minusNanos(1)) : begin)
                        .or(() -> Optional.of(now));
            case At(var instant) -> instant.isBefore(now) ? Optional.empty() : Optional.of(instant);
            case Cron(var times, var zone) ->
                times.after(start.filter(now::isBefore).orElse(now), zone);
        };
    }

    /** The firing after one that was due at {@code last}, later than {@code now}: what was missed is not made up for. */
    default Optional<Instant> next(Instant last, Instant now) {
        return switch (this) {
            case Rate(var every) -> Optional.of(follow(last, every, now));
            case At at -> Optional.empty();
            case Cron(var times, var zone) -> times.after(last.isAfter(now) ? last : now, zone);
        };
    }

    private static Instant follow(Instant last, Duration every, Instant now) {
        long passed = last.isAfter(now) ? 0 : Duration.between(last, now).dividedBy(every);
        return last.plus(every.multipliedBy(passed + 1));
    }

    private static AwsServiceException invalid(String text) {
        return refused("Scheduler", "Invalid Schedule Expression " + text + ".", null);
    }

    private static AwsServiceException refused(String service, String message, @Nullable Throwable cause) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .cause(cause)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName(service)
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
