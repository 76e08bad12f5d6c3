package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.participation.Participations.Seat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who sits where, and so on which board. Where seats are counted, one counter counts them, and those that are given back are taken
 * again. Elsewhere whoever comes first sits in the first
 * lane, so that small events have full boards; who comes later goes by one of sixteen, each with a counter and boards of its own, so that a
 * million players may begin within minutes. Safe for use by several threads.
 *
 * @param participations where they are taken: a write unit each
 * @param players so many have a board together
 * @param filled occurrences whose first lane has no room left, as far as is known here
 */
public record Seats(Participations participations, int players, Set<String> filled) {
    private static final int FIRST_LANE = 0;
    private static final long FIRST_SEATS = 1_000;
    private static final int LANES = 16;
    /** Where the boards of later lanes begin; the first lane has no such number. */
    private static final long LATER = 1L << 32;

    Seats(Participations participations, int players) {
        this(participations, players, ConcurrentHashMap.newKeySet());
    }

    /**
     * Where somebody sits.
     *
     * @param seat empty where seats are not counted
     */
    record Place(long board, Optional<Seat> seat) {}

    /**
     * A place that is taken now; empty if there is none.
     *
     * @param most how many seats there are; empty for as many as come
     */
    Optional<Place> take(
            String event, LocalDateTime occurrence, String playerId, Optional<Integer> most, Instant forgotten) {
        if (most.isPresent()) {
            return participations
                    .seat(event, occurrence, FIRST_LANE, most.get(), forgotten)
                    .map(number -> new Seat(number, 0))
                    .or(() -> participations.takeAgain(event, occurrence, FIRST_LANE))
                    .map(seat -> new Place(seat.number() / players, Optional.of(seat)));
        }
        var key = event + "#" + occurrence;
        if (!filled.contains(key)) {
            var first = participations.seat(event, occurrence, FIRST_LANE, FIRST_SEATS, forgotten);
            if (first.isPresent()) {
                return first.map(number -> new Place(number / players, Optional.empty()));
            }
            // It never has room again: from now on nobody asks.
            filled.add(key);
        }
        int lane = 1 + Participation.bucket(playerId) % LANES;
        return participations
                .seat(event, occurrence, lane, Long.MAX_VALUE, forgotten)
                .map(number -> new Place(LATER + number / players * LANES + lane, Optional.empty()));
    }

    /** Gives back the seat of somebody who was not written. */
    void giveBack(Participation begun, Instant forgotten) {
        begun.seat()
                .ifPresent(seat ->
                        participations.giveBack(begun.event(), begun.occurrence(), FIRST_LANE, seat, forgotten));
    }
}
