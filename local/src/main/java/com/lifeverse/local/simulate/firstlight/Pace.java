package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.simulate.Stage;
import java.time.Duration;

/**
 * How fast everybody lives.
 *
 * @param length how long things go wrong
 * @param pause between two things that a player does, at most
 * @param sleepy how likely a player goes away after something done
 * @param sleep how long a player stays away, at most
 * @param match between two matches on one server, at most
 */
record Pace(Duration length, Duration pause, double sleepy, Duration sleep, Duration match) {
    static Pace evening(Stage stage) {
        return new Pace(
                stage.between(Duration.ofMinutes(15), Duration.ofMinutes(50)),
                Duration.ofMinutes(4),
                0.1,
                Duration.ofMinutes(20),
                Duration.ofMinutes(5));
    }

    /** Long enough for live items to be swept away while their players sleep. */
    static Pace days(Stage stage) {
        return new Pace(
                stage.between(Duration.ofDays(2), Duration.ofDays(5)),
                Duration.ofMinutes(5),
                0.3,
                Duration.ofHours(50),
                Duration.ofHours(9));
    }
}
