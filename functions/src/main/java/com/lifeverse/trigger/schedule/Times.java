package com.lifeverse.trigger.schedule;

import com.lifeverse.platform.calendar.TimeExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The times that a schedule means: those of any of its expressions, between its bounds, without its exceptions. Around changes of
 * clocks they are EventBridge Scheduler's: a time that clocks leave out does not come, one that they show twice comes once, at first.
 *
 * @param expressions one at least
 * @param zone of the expressions and of the exceptions
 * @param from before which none comes; a rate counts from it, without it from 1970
 * @param until after which none comes
 * @param except when none comes
 */
public record Times(
        List<TimeExpression> expressions,
        ZoneId zone,
        Optional<Instant> from,
        Optional<Instant> until,
        List<Exemption> except) {
    /** So many exceptions one after the other are looked through for a time that is none of them. */
    private static final int PATIENCE = 100_000;

    public Times {
        expressions = List.copyOf(expressions);
        except = List.copyOf(except);
    }

    /** What is left out. */
    public sealed interface Exemption {
        /** A stretch of time by the zone's clocks, such as a day; its end is no part of it. */
        record Stretch(LocalDateTime from, LocalDateTime until) implements Exemption {}

        /** The very times of an expression. */
        record Matching(TimeExpression times) implements Exemption {}
    }

    /** The first time strictly after {@code instant}; empty if there is none any more. */
    public Optional<Instant> after(Instant instant) {
        var at = from.map(start -> start.minusMillis(1))
                .filter(instant::isBefore)
                .orElse(instant);
        for (int tried = 0; tried < PATIENCE; tried++) {
            var next = soonest(at);
            if (next.isEmpty() || until.filter(next.get()::isAfter).isPresent()) {
                return Optional.empty();
            }
            if (!isLeftOut(next.get())) {
                return next;
            }
            at = next.get();
        }
        return Optional.empty();
    }

    /** The times after {@code after} up to {@code until}, at most so many. */
    public List<Instant> between(Instant after, Instant end, int most) {
        var times = new ArrayList<Instant>();
        var next = after(after);
        while (next.isPresent() && !next.get().isAfter(end) && times.size() < most) {
            times.add(next.get());
            next = after(next.get());
        }
        return List.copyOf(times);
    }

    private Optional<Instant> soonest(Instant at) {
        var anchor = from.orElse(Instant.EPOCH);
        return expressions.stream()
                .flatMap(expression -> expression.after(at, anchor).stream())
                .min(Comparator.naturalOrder());
    }

    private boolean isLeftOut(Instant time) {
        return except.stream().anyMatch(each -> switch (each) {
            case Exemption.Stretch(var begin, var end) -> {
                var local = time.atZone(zone).toLocalDateTime();
                yield !local.isBefore(begin) && local.isBefore(end);
            }
            case Exemption.Matching(var times) ->
                times.after(time.minusMillis(1), from.orElse(Instant.EPOCH))
                        .filter(time::equals)
                        .isPresent();
        });
    }

    /** How far apart the next two are, from that moment on; empty if there are none. */
    public Optional<Duration> pace(Instant now) {
        return after(now).flatMap(first -> after(first).map(second -> Duration.between(first, second)));
    }
}
