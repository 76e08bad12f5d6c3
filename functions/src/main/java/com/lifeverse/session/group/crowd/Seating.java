package com.lifeverse.session.group.crowd;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How a crowd's seats are divided among its sections. They are only ever moved, so there are always as many as at the beginning.
 *
 * <p>A section fills no more seats than it has in its own item, and takes more only from here. It gives seats up in its own item
 * first, which begins a new turn; then here. In between it takes nothing, for here it is still the turn before, and whoever sees
 * that may finish the move. So wherever it breaks off, no seat is given twice and none is lost.
 *
 * @param revision counts the moves
 * @param moved the allotments of sections that have no longer what they began with
 */
public record Seating(int seats, int sections, long revision, Map<Integer, Allotment> moved) {
    public Seating {
        moved = Collections.unmodifiableMap(new TreeMap<>(moved));
    }

    /** Of a new crowd: evenly, the first sections have what cannot be divided. */
    public static Seating even(int seats, int sections) {
        return new Seating(seats, sections, 0, Map.of());
    }

    public Allotment of(int section) {
        var given = moved.get(section);
        return given == null ? new Allotment(seats / sections + (section < seats % sections ? 1 : 0), 0) : given;
    }

    /** True if the section has given up seats that are still counted as its own here. */
    public boolean owes(Section section) {
        return section.allotment().turn() > of(section.number()).turn();
    }

    /** True if there are seats here that the section has not taken yet, and may. */
    public boolean offers(Section section) {
        var here = of(section.number());
        return section.allotment().turn() == here.turn()
                && here.seats() > section.allotment().seats();
    }

    /** Seats that the section could give up. */
    public int spare(Section section) {
        return owes(section) ? 0 : of(section.number()).seats() - section.used();
    }

    /** The sections that by what was counted have seats to give, those with most first. */
    public List<Integer> donors(int needy, Tally tally) {
        return IntStream.range(0, sections)
                .filter(section -> section != needy && of(section).seats() > tally.used(section))
                .boxed()
                .sorted(Comparator.comparingInt(
                        section -> tally.used(section) - of(section).seats()))
                .toList();
    }

    /** The same once what {@code from} has given up is {@code to}'s; it may be the same section, which then has it back. */
    public Seating moved(Section from, int to) {
        var before = of(from.number());
        var after = new TreeMap<>(moved);
        after.put(from.number(), from.allotment());
        var taker = to == from.number() ? from.allotment() : of(to);
        int given = before.seats() - from.allotment().seats();
        after.put(to, new Allotment(taker.seats() + given, taker.turn()));
        return new Seating(seats, sections, revision + 1, after);
    }
}
