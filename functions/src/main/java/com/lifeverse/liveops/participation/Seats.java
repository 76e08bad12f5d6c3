package com.lifeverse.liveops.participation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who sits where, and so on which board. Where seats are counted, one counter counts them. Elsewhere whoever comes first sits in the first
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
     * The board of a seat that is taken now; empty if there is none.
     *
     * @param most how many seats there are; empty for as many as come
     */
    OptionalLong take(
            String event, LocalDateTime occurrence, String playerId, Optional<Integer> most, Instant forgotten) {
        if (most.isPresent()) {
            return first(event, occurrence, most.get(), forgotten);
        }
        var key = event + "#" + occurrence;
        if (!filled.contains(key)) {
            var board = first(event, occurrence, FIRST_SEATS, forgotten);
            if (board.isPresent()) {
                return board;
            }
            // It never has room again: from now on nobody asks.
            filled.add(key);
        }
        int lane = 1 + Participation.bucket(playerId) % LANES;
        return participations
                .seat(event, occurrence, lane, Long.MAX_VALUE, forgotten)
                .map(seat -> OptionalLong.of(LATER + seat / players * LANES + lane))
                .orElseGet(OptionalLong::empty);
    }

    private OptionalLong first(String event, LocalDateTime occurrence, long most, Instant forgotten) {
        return participations
                .seat(event, occurrence, FIRST_LANE, most, forgotten)
                .map(seat -> OptionalLong.of(seat / players))
                .orElseGet(OptionalLong::empty);
    }
}
