package com.lifeverse.liveops.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
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
    private static final int MOST_INTERVAL = 1_000;

    /** Whoever counts walks from the beginning. */
    private static final int MOST_COUNT = 10_000;

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

    /** True if it goes on for as long as there are times. */
    public boolean isEndless() {
        var read = read(rule);
        return to.isEmpty() && read.isInfinite();
    }

    /**
     * What is wrong with it that what was saved once may still have: more than once an hour, more than can be reckoned, or never.
     *
     * @param start the first of all, which the rule counts from
     */
    public Optional<String> fault(LocalDateTime start) {
        var read = read(rule);
        if (size(read, Part.BYMINUTE) > 1 || size(read, Part.BYSECOND) > 1) {
            return Optional.of("has several times an hour: an event comes once an hour at most");
        }
        if (read.getInterval() > MOST_INTERVAL) {
            return Optional.of("has an INTERVAL of more than " + MOST_INTERVAL);
        }
        if (read.getCount() != null && read.getCount() > MOST_COUNT) {
            return Optional.of("has a COUNT of more than %d; use UNTIL".formatted(MOST_COUNT));
        }
        var bare = read(rule);
        bare.setUntil(null);
        return new RuleWalk(bare, start, start).hasNext() ? Optional.empty() : Optional.of("never has a time");
    }

    /**
     * The starts from {@code first} on, in order, which may be many, but none from the year 2200 on. Never throws: where the library can
     * go no further, the rule has no more.
     *
     * @param start the first of all, which the rule counts from; it is an occurrence if the rule has it
     * @param zone in which {@code UNTIL} is meant that is given in UTC, as RFC 5545 asks for it; a date is meant to its end
     */
    Stream<LocalDateTime> starts(LocalDateTime start, LocalDateTime first, ZoneId zone) {
        var begin = from.filter(first::isBefore).orElse(first);
        var read = read(rule);
        var until = Optional.ofNullable(read.getUntil()).map(time -> until(time, zone));
        var count = Optional.ofNullable(read.getCount());
        // Both are seen to here: the library refuses what RFC 5545 asks for, and would count anew where it is made to
        // go on.
        read.setUntil(null);
        var walk = new RuleWalk(read, start, count.isEmpty() ? begin : start);
        Iterable<LocalDateTime> all = () -> walk;
        var times = StreamSupport.stream(all.spliterator(), false);
        return count.map(times::limit)
                .orElse(times)
                .takeWhile(time -> until.isEmpty() || !time.isAfter(until.get()))
                .takeWhile(time -> to.isEmpty() || time.isBefore(to.get()))
                .filter(time -> !time.isBefore(begin) && !excluded.contains(time));
    }

    private static LocalDateTime until(DateTime time, ZoneId zone) {
        if (time.isAllDay()) {
            return LocalDate.of(time.getYear(), time.getMonth() + 1, time.getDayOfMonth())
                    .atTime(LocalTime.MAX);
        }
        return time.isFloating()
                ? RuleWalk.local(time)
                : LocalDateTime.ofInstant(Instant.ofEpochMilli(time.getTimestamp()), zone);
    }

    private static int size(RecurrenceRule rule, Part part) {
        return Optional.ofNullable(rule.getByPart(part)).map(List::size).orElse(0);
    }

    private static RecurrenceRule read(String rule) {
        try {
            return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | RuntimeException notOne) {
            throw new IllegalArgumentException(
                    "'%s' is no recurrence rule: %s".formatted(rule, notOne.getMessage()), notOne);
        }
    }
}
