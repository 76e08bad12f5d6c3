package com.lifeverse.trigger.schedule.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.calendar.InvalidTimes;
import com.lifeverse.platform.calendar.TimeExpression;
import com.lifeverse.trigger.schedule.Times;
import com.lifeverse.trigger.schedule.Times.Exemption;
import com.lifeverse.trigger.spec.aws.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;

/** The times of a schedule's file. What EventBridge Scheduler refuses is refused in its words. */
final class TimesReading {
    private TimesReading() {}

    static Times read(JsonNode file, Values values) {
        var zone = values.zone(file.path("zone"), "/zone");
        var expressions = new ArrayList<TimeExpression>();
        var times = file.path("times");
        for (int at = 0; at < times.size(); at++) {
            expression(times.get(at).asText(), zone, "/times/" + at, values).ifPresent(expressions::add);
        }
        var except = new ArrayList<Exemption>();
        var left = file.path("except");
        for (int at = 0; at < left.size(); at++) {
            exemption(left.get(at).asText(), zone, "/except/" + at, values).ifPresent(except::add);
        }
        var from = values.optional(file.path("from"), text -> instant(text, zone, "/from", values));
        var until = values.optional(file.path("until"), text -> instant(text, zone, "/until", values));
        if (from.isPresent() && until.filter(from.get()::isBefore).isEmpty() && until.isPresent()) {
            values.violations().add(new Violation("/until", "must be later than from"));
        }
        return new Times(expressions, zone, from, until, except);
    }

    private static Optional<TimeExpression> expression(String text, ZoneId zone, String pointer, Values values) {
        try {
            return Optional.of(TimeExpression.parse(text, zone));
        } catch (InvalidTimes e) {
            values.violations().add(new Violation(pointer, "is refused by EventBridge Scheduler: " + e.said()));
            return Optional.empty();
        }
    }

    private static Optional<Exemption> exemption(String text, ZoneId zone, String pointer, Values values) {
        if (text.contains("(")) {
            return expression(text, zone, pointer, values).map(Exemption.Matching::new);
        }
        try {
            if (!text.contains("/")) {
                var day = LocalDate.parse(text);
                return Optional.of(new Exemption.Stretch(
                        day.atStartOfDay(), day.plusDays(1).atStartOfDay()));
            }
            var ends = text.split("/", 2);
            var stretch = new Exemption.Stretch(LocalDateTime.parse(ends[0]), LocalDateTime.parse(ends[1]));
            if (stretch.from().isBefore(stretch.until())) {
                return Optional.of(stretch);
            }
            values.violations().add(new Violation(pointer, "must end later than it begins"));
        } catch (DateTimeException _) {
            values.violations()
                    .add(new Violation(
                            pointer,
                            "must be a day such as 2026-12-25, a stretch such as 2026-12-24T18:00/2026-12-27T06:00, or"
                                    + " times such as cron(0 9 25 12 ? *)"));
        }
        return Optional.empty();
    }

    private static Instant instant(JsonNode text, ZoneId zone, String pointer, Values values) {
        return values.attempt(
                () -> LocalDateTime.parse(text.asText()).atZone(zone).toInstant(),
                Instant.EPOCH,
                pointer,
                "must be a time by the schedule's zone, such as 2026-12-01T00:00");
    }
}
