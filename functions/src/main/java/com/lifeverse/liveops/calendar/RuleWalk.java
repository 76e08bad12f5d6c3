package com.lifeverse.liveops.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The times of a rule without {@code COUNT} and {@code UNTIL}, in order, until the year 2200. The library gives up, by throwing, where a
 * thousand of a rule's hours (days, weeks) in a row have none: this goes on behind them, a hundred times, and then the rule has no more.
 * So each hour of December comes each December; and whatever else the library throws ends the walk, and never reaches a caller.
 */
final class RuleWalk implements Iterator<LocalDateTime> {
    /** Nothing happens then or later. */
    static final LocalDateTime END = LocalDateTime.of(2200, 1, 1, 0, 0);

    /** The library looks at 1000; those at the edges are looked at twice, for a week may begin before the day that a rule counts from. */
    private static final long PASSED_OVER = 997;

    private static final int MOST_LEAPS = 100;

    private final RecurrenceRule rule;
    private final LocalDateTime start;
    /** How far it is from one of a rule's periods to the next; empty where the library looks far enough by itself. */
    private final Optional<Duration> period;

    private @Nullable RecurrenceRuleIterator open;
    private LocalDateTime at;
    private @Nullable LocalDateTime next;

    /**
     * Begins.
     *
     * @param rule what to walk by
     * @param start the time that the rule counts from
     * @param first what is earlier is not asked for, though some of it may come
     */
    RuleWalk(RecurrenceRule rule, LocalDateTime start, LocalDateTime first) {
        this.rule = rule;
        this.start = start;
        this.period = period(rule);
        this.at =
                first.isAfter(start) && first.isBefore(END) ? aligned(first, -2).orElse(start) : start;
        this.open = first.isBefore(END) ? iterator() : null;
        this.next = first.isBefore(END) ? look() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public LocalDateTime next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        var found = next;
        next = look();
        return found;
    }

    private @Nullable LocalDateTime look() {
        int leaps = 0;
        while (at.isBefore(END)) {
            if (open == null) {
                var behind = aligned(at, PASSED_OVER);
                if (behind.isEmpty() || leaps++ == MOST_LEAPS) {
                    return null;
                }
                at = behind.get();
                open = at.isBefore(END) ? iterator() : null;
            } else if (open.hasNext()) {
                var found = taken(open);
                if (found.isPresent() && (next == null || found.get().isAfter(next))) {
                    at = found.get();
                    return at.isBefore(END) ? at : null;
                }
            } else {
                return null;
            }
        }
        return null;
    }

    /** The library looks for what follows before it hands out what is there: what it throws then is about what follows. */
    private Optional<LocalDateTime> taken(RecurrenceRuleIterator times) {
        var found = Optional.<LocalDateTime>empty();
        try {
            found = Optional.of(local(times.peekDateTime()));
            times.nextDateTime();
        } catch (RuntimeException noMore) {
            open = null;
        }
        return found;
    }

    private @Nullable RecurrenceRuleIterator iterator() {
        try {
            return rule.iterator(floating(at));
        } catch (RuntimeException none) {
            return null;
        }
    }

    /** The rule counts on from there as from its start, for all of a period is as in the first; so many periods behind the one of a time. */
    private Optional<LocalDateTime> aligned(LocalDateTime time, long periods) {
        return period.map(each -> {
            long behind = Duration.between(start, time).dividedBy(each) + periods;
            return behind <= 0 ? start : start.plus(each.multipliedBy(behind));
        });
    }

    private static Optional<Duration> period(RecurrenceRule rule) {
        return switch (rule.getFreq()) {
            case SECONDLY -> Optional.of(Duration.ofSeconds(rule.getInterval()));
            case MINUTELY -> Optional.of(Duration.ofMinutes(rule.getInterval()));
            case HOURLY -> Optional.of(Duration.ofHours(rule.getInterval()));
            case DAILY -> Optional.of(Duration.ofDays(rule.getInterval()));
            case WEEKLY -> Optional.of(Duration.ofDays(7L * rule.getInterval()));
            // Not all as long; and a thousand of them are eighty years.
            case MONTHLY, YEARLY -> Optional.empty();
        };
    }

    private static DateTime floating(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
