package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * More players than seats: all want into the same few parties at once, leave, vanish, come back, are put out and invited again. In the end
 * everybody is gone, and the parties have to end by themselves.
 */
public final class LastSeats implements Scenario {
    private static final int FEWEST = 4;
    private static final int MORE = 4;
    private static final double SILENT = 0.05;

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
        var board = new Board();
        var history = new SeatHistory(stage);
        var guests = new ArrayList<Guest>();
        int count = FEWEST + stage.random().nextInt(MORE);
        for (int i = 1; i <= count; i++) {
            guests.add(new Guest("guest-" + i, board, stage));
        }
        guests.forEach(Guest::begin);
        var length = stage.between(Duration.ofMinutes(3), Duration.ofMinutes(8));
        return new Night(stage, length, guests, history);
    }

    /** One run. */
    private record Night(Stage stage, Duration troubled, List<Guest> guests, SeatHistory history) implements Play {
        @Override
        public void calm() {
            boolean silently = stage.chance(SILENT);
            guests.forEach(guest -> guest.goHome(silently));
        }

        @Override
        public void finish() {
            // Nobody is there any more: what is left to happen happens by itself.
        }

        @Override
        public List<Violation> violations() {
            var found = new ArrayList<>(history.violations());
            found.addAll(new SeatRules(stage.exchanges(), history).violations());
            guests.forEach(guest -> found.addAll(guest.surprises()));
            return found;
        }
    }
}
