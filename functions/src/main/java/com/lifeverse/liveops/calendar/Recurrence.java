package com.lifeverse.liveops.calendar;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * When an event happens again, by the event's clocks.
 *
 * @param rule a recurrence rule of RFC 5545 (3.3.10), such as {@code FREQ=WEEKLY;BYDAY=SU}
 * @param from no occurrence starts earlier
 * @param to no occurrence starts at that time or later
 * @param excluded starts that are left out
 */
public record Recurrence(
        String rule, Optional<LocalDateTime> from, Optional<LocalDateTime> to, NavigableSet<LocalDateTime> excluded) {
    /**
     * @throws IllegalArgumentException if the rule is none, comes more than once an hour, or ends before it begins
     */
    public Recurrence {
        excluded = Collections.unmodifiableNavigableSet(new TreeSet<>(excluded));
        var read = read(rule);
        switch (read.getFreq()) {
            case SECONDLY, MINUTELY ->
                throw new IllegalArgumentException("An event comes once an hour at most: " + rule);
            case HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY -> {}
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("Its last occurrence is before its first");
        }
    }

    /** By a rule alone. */
    public static Recurrence of(String rule) {
        return new Recurrence(rule, Optional.empty(), Optional.empty(), new TreeSet<>(Set.of()));
    }

    /** The same with what is left out. */
    Recurrence withoutExclusions() {
        return new Recurrence(rule, from, to, new TreeSet<>());
    }

    /**
     * The starts from {@code first} on, in order, which may be without end.
     *
     * @param start the first of all, which the rule counts from; it is an occurrence if the rule has it
     */
    Stream<LocalDateTime> starts(LocalDateTime start, LocalDateTime first) {
        var begin = from.filter(first::isBefore).orElse(first);
        var iterator = read(rule).iterator(floating(start));
        if (begin.isAfter(start)) {
            iterator.fastForward(floating(begin));
        }
        Iterable<LocalDateTime> all = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public LocalDateTime next() {
                return local(iterator.nextDateTime());
            }
        };
        return StreamSupport.stream(all.spliterator(), false)
                .dropWhile(time -> time.isBefore(begin))
                .takeWhile(time -> to.isEmpty() || time.isBefore(to.get()))
                .filter(time -> !excluded.contains(time));
    }

    private static RecurrenceRule read(String rule) {
        try {
            return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException notOne) {
            throw new IllegalArgumentException(
                    "'%s' is no recurrence rule: %s".formatted(rule, notOne.getMessage()), notOne);
        }
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

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
