package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * More players than seats: all want into the same few parties, some of the time at the same moment, leave, vanish, come back, are put out
 * and invited again. In the end everybody is gone, and the parties have to end by themselves. A seed has few players and is soon over, so
 * that many can be played; together they join thousands of times, and the tally says how often. One seed in 200 is a stampede: 2,000 players
 * want into one lobby within three seconds.
 */
public final class LastSeats implements Scenario {
    private static final int FEWEST = 4;
    private static final int MORE = 4;
    private static final int MOST_RUSHES = 3;
    private static final double SILENT = 0.05;
    private static final long STAMPEDES = 200;
    private static final int STAMPEDERS = 2_000;

    @Override
    public String name() {
        return "last-seats";
    }

    @Override
    public String description() {
        return "players race for the last seats of parties; no party over-full, never two leaders, no seat lost";
    }

    @Override
    public Play begin(Stage stage) {
        var history = new SeatHistory(stage);
        if (stage.seed() % STAMPEDES == 0) {
            var stampede = new Stampede(STAMPEDERS, stage);
            stampede.begin();
            return new Night(stage, Stampede.LENGTH, stampede::goHome, stampede::surprises, history);
        }
        var board = new Board();
        var guests = new ArrayList<Guest>();
        int count = FEWEST + stage.random().nextInt(MORE);
        for (int i = 1; i <= count; i++) {
            guests.add(new Guest("guest-" + i, "party", board, stage));
        }
        guests.forEach(Guest::begin);
        var length = stage.between(Duration.ofSeconds(45), Duration.ofMinutes(2));
        for (int rush = 0; rush < MOST_RUSHES; rush++) {
            var at = stage.between(Duration.ofSeconds(10), length);
            stage.outside().in(at, "everybody wants in", () -> guests.forEach(Guest::rush));
        }
        return new Night(
                stage,
                length,
                () -> {
                    boolean silently = stage.chance(SILENT);
                    guests.forEach(guest -> guest.goHome(silently));
                },
                () -> guests.stream()
                        .flatMap(guest -> guest.surprises().stream())
                        .toList(),
                history);
    }

    /** One run. */
    private record Night(
            Stage stage, Duration troubled, Runnable goHome, Supplier<List<Violation>> surprises, SeatHistory history)
            implements Play {
        @Override
        public void calm() {
            goHome.run();
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
            found.addAll(new SeatRules(stage.exchanges(), history).violations());
            found.addAll(surprises.get());
            return found;
        }
    }
}
