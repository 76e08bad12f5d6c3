package com.lifeverse.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** When a schedule fires. */
public sealed interface ScheduleExpression {
    /** Again and again, that far apart. A day is 24 hours, whatever clocks do. */
    record Rate(Duration every) implements ScheduleExpression {}

    /** Once. */
    record At(Instant instant) implements ScheduleExpression {}

    /**
     * Reads {@code rate(10 minutes)} or {@code at(2027-01-31T18:00:00)}.
     *
     * @param zone of the time in {@code at}
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
        throw invalid(text);
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
        };
    }

    /** The firing after one that was due at {@code last}, later than {@code now}: what was missed is not made up for. */
    default Optional<Instant> next(Instant last, Instant now) {
        return switch (this) {
            case Rate(var every) -> Optional.of(follow(last, every, now));
            case At at -> Optional.empty();
        };
    }

    private static Instant follow(Instant last, Duration every, Instant now) {
        long passed = last.isAfter(now) ? 0 : Duration.between(last, now).dividedBy(every);
        return last.plus(every.multipliedBy(passed + 1));
    }

    private static AwsServiceException invalid(String text) {
        var message = "Invalid Schedule Expression " + text + ".";
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Scheduler")
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
