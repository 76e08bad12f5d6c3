package com.lifeverse.local.schedule;

import com.lifeverse.platform.calendar.InvalidTimes;
import com.lifeverse.platform.calendar.TimeExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** When a schedule fires: the times that its expression means, by Scheduler's own rules for firings. */
public record ScheduleExpression(TimeExpression times) {
    /**
     * Reads {@code rate(10 minutes)}, {@code cron(0 4 1 * ? *)} or {@code at(2027-01-31T18:00:00)}.
     *
     * @param zone of the times in {@code at} and {@code cron}
     * @throws AwsServiceException ValidationException, worded as EventBridge Scheduler words it
     */
    public static ScheduleExpression parse(String text, ZoneId zone) {
        try {
            return new ScheduleExpression(TimeExpression.parse(text, zone));
        } catch (InvalidTimes e) {
            throw refused("Scheduler", e.said(), e);
        }
    }

    /**
     * Reads the expression of a rule, whose times are UTC: as {@link #parse}, but without {@code at}, and a rate of one
     * has its unit in the singular, any other in the plural.
     *
     * @throws AwsServiceException ValidationException, worded as EventBridge words it
     */
    public static ScheduleExpression parseForRule(String text) {
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

    /** True if it fires a single time. */
    boolean isOnce() {
        return times instanceof TimeExpression.At;
    }

    /**
     * The first firing of a schedule made at {@code now}. A rate begins at its start date, without one at once; a time
     * that has passed already never comes.
     */
    Optional<Instant> first(Instant now, Optional<Instant> start) {
        return switch (times) {
            case TimeExpression.Rate(var every) ->
                start.map(begin -> begin.isBefore(now) ? follow(begin, every, now.minusNanos(1)) : begin)
                        .or(() -> Optional.of(now));
            case TimeExpression.At(var instant) -> instant.isBefore(now) ? Optional.empty() : Optional.of(instant);
            case TimeExpression.Cron(var calendar, var zone) ->
                calendar.after(start.filter(now::isBefore).orElse(now), zone);
        };
    }

    /** The firing after one that was due at {@code last}, later than {@code now}: what was missed is not made up for. */
    Optional<Instant> next(Instant last, Instant now) {
        return switch (times) {
            case TimeExpression.Rate(var every) -> Optional.of(follow(last, every, now));
            case TimeExpression.At _ -> Optional.empty();
            case TimeExpression.Cron(var calendar, var zone) -> calendar.after(last.isAfter(now) ? last : now, zone);
        };
    }

    private static Instant follow(Instant last, Duration every, Instant now) {
        long passed = last.isAfter(now) ? 0 : Duration.between(last, now).dividedBy(every);
        return last.plus(every.multipliedBy(passed + 1));
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
