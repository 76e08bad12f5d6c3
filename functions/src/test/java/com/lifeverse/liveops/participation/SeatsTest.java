package com.lifeverse.liveops.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SeatsTest {
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2026-12-04T18:00");
    private static final Instant LATER = Instant.parse("2027-03-01T00:00:00Z");

    private final RememberedParticipations store = new RememberedParticipations();
    private final Seats seats = new Seats(store, 200);

    @Test
    void whoComesFirstFillsBoardAfterBoard() {
        for (int number = 0; number < 1_000; number++) {
            assertThat(take("player-" + number)).isEqualTo(number / 200);
        }
    }

    @Test
    void laterPlayersSpreadOverLanesAndNoBoardHasMoreThanItMay() {
        var boards = new TreeMap<Long, Integer>();
        for (int number = 0; number < 20_000; number++) {
            boards.merge(take("player-" + number), 1, Integer::sum);
        }

        assertThat(boards.values()).allMatch(players -> players <= 200);
        var lanes = new HashSet<Long>();
        boards.tailMap(1_000L).keySet().forEach(board -> lanes.add(board % 16));
        assertThat(lanes).hasSize(16);
    }

    @Test
    void whereSeatsAreCountedOneCounterCountsThemAll() {
        for (int number = 0; number < 1_500; number++) {
            assertThat(seats.take("feast", FRIDAY, "player-" + number, Optional.of(1_500), LATER))
                    .isPresent();
        }
        assertThat(seats.take("feast", FRIDAY, "one-more", Optional.of(1_500), LATER))
                .isEmpty();
    }

    private long take(String playerId) {
        return seats.take("feast", FRIDAY, playerId, Optional.empty(), LATER)
                .orElseThrow()
                .board();
    }
}
