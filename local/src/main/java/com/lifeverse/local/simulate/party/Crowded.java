package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * As {@link LastSeats}, in groups whose members sit in sections. They have few seats for many sections, so that nearly each has to be
 * brought from another section, while calls are lost and functions end in between.
 */
public final class Crowded implements Scenario {
    /** Those of the template {@code plaza}. */
    static final int SECTIONS = 20;

    private static final int FEWEST = 4;
    private static final int MORE = 3;
    private static final int MOST_RUSHES = 3;

    @Override
    public String name() {
        return "crowded";
    }

    @Override
    public String description() {
        return "players race for the last seats of groups in sections; none over-full, no seat lost or doubled, nobody leads";
    }

    @Override
    public Play begin(Stage stage) {
        var board = new Board();
        var history = new CrowdHistory(stage);
        var guests = new ArrayList<Guest>();
        int count = FEWEST + stage.random().nextInt(MORE);
        for (int i = 1; i <= count; i++) {
            guests.add(new Guest("guest-" + i, "plaza", board, stage));
        }
        guests.forEach(Guest::begin);
        var length = stage.between(Duration.ofSeconds(45), Duration.ofMinutes(2));
        for (int rush = 0; rush < MOST_RUSHES; rush++) {
            var at = stage.between(Duration.ofSeconds(10), length);
            stage.outside().in(at, "everybody wants in", () -> guests.forEach(Guest::rush));
        }
        return new Concert(stage, length, guests, history);
    }

    /** One run. */
    private record Concert(Stage stage, Duration troubled, List<Guest> guests, CrowdHistory history) implements Play {
        @Override
        public void calm() {
            guests.forEach(guest -> guest.goHome(false));
        }

        @Override
        public void finish() {
            // Nobody is there any more: what is left to happen happens by itself.
        }

        @Override
        public Map<String, Long> counts() {
            return JoinCounts.of(stage.exchanges());
        }

        @Override
        public List<Violation> violations() {
            var found = new ArrayList<>(history.violations());
            found.addAll(new CrowdRules(stage.exchanges(), history).violations());
            guests.forEach(guest -> found.addAll(guest.surprises()));
            return found;
        }
    }
}
