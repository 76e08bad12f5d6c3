package com.lifeverse.liveops.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a live event happens.
 *
 * @param start by the event's clocks, to the second; of a recurring event the first time that its rule counts from
 * @param length how long it runs
 * @param clocks whose clocks
 * @param stages how long it is seen before, and after
 * @param recurrence empty for an event that happens once
 */
public record EventCalendar(
        LocalDateTime start, Length length, Clocks clocks, Stages stages, Optional<Recurrence> recurrence) {
    /**
     * @throws IllegalArgumentException if it does not last
     */
    public EventCalendar {
        if (length.isNone()) {
            throw new IllegalArgumentException("An event lasts at least a second");
        }
        if (!start.equals(start.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("An event starts at a whole second");
        }
    }

    /** An event that happens once. */
    public static EventCalendar once(LocalDateTime start, Length length, Clocks clocks, Stages stages) {
        return new EventCalendar(start, length, clocks, stages, Optional.empty());
    }

    /**
     * Its occurrences for a player, in order, those that were over by {@code since} left out; a recurring event's may be without end, which is the year 2200.
     *
     * @param player the player's offset from UTC; matters to {@link Clocks.PlayerLocal} alone
     */
    public Stream<Occurrence> occurrences(Instant since, ZoneOffset player) {
        var earliest = LocalDateTime.ofInstant(since, clocks.zone(player))
                .minus(length.atMost())
                .minus(stages.review().atMost());
        return starts(earliest)
                .map(local -> Occurrence.of(local, this, player))
                .dropWhile(occurrence -> !since.isBefore(occurrence.over()));
    }

    /** As the other, without those that had ended by {@code since}: however many are still in review, the first runs, or is the next. */
    public Stream<Occurrence> notEnded(Instant since, ZoneOffset player) {
        var earliest = LocalDateTime.ofInstant(since, clocks.zone(player)).minus(length.atMost());
        return starts(earliest)
                .map(local -> Occurrence.of(local, this, player))
                .dropWhile(occurrence -> !since.isBefore(occurrence.ends()));
    }

    /** The occurrence of that name, whether or not the rule has it. */
    public Occurrence occurrence(LocalDateTime name, ZoneOffset player) {
        return Occurrence.of(name, this, player);
    }

    /** True if an occurrence starts then, by the event's clocks. */
    public boolean happensAt(LocalDateTime time) {
        return starts(time).takeWhile(each -> !each.isAfter(time)).anyMatch(time::equals);
    }

    /** The names of its occurrences from {@code first} to {@code last}, both among them. */
    public Set<LocalDateTime> names(LocalDateTime first, LocalDateTime last) {
        return starts(first)
                .filter(name -> !name.isBefore(first))
                .takeWhile(name -> !name.isAfter(last))
                .collect(Collectors.toSet());
    }

    /** The same calendar with what its recurrence leaves out. */
    public EventCalendar withoutExclusions() {
        return new EventCalendar(start, length, clocks, stages, recurrence.map(Recurrence::withoutExclusions));
    }

    private Stream<LocalDateTime> starts(LocalDateTime earliest) {
        // By players' clocks there is no zone: a time of UTC is taken for one of theirs.
        var zone = clocks.zone(ZoneOffset.UTC);
        return recurrence.map(again -> again.starts(start, earliest, zone)).orElseGet(() -> Stream.of(start));
    }
}
