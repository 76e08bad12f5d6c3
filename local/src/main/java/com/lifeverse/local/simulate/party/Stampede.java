package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A lobby is opened, and thousands want in at once. Few can; some of those leave again, so that there are last seats more than once, and
 * who was told that it is full tries again.
 */
final class Stampede {
    /** Until nobody tries any more. */
    static final Duration LENGTH = Duration.ofSeconds(90);

    private static final String TEMPLATE = "lobby";
    private static final int SEATS = 16;
    private static final Duration ARRIVED = Duration.ofSeconds(20);
    private static final Duration OPENED = Duration.ofSeconds(30);

    private final List<Racer> racers;
    private final Stage stage;
    private final Board board = new Board();

    Stampede(int count, Stage stage) {
        this.stage = stage;
        this.racers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Racer("racer-" + number, board, stage))
                .toList();
    }

    void begin() {
        racers.forEach(racer -> racer.signInWithin(ARRIVED));
        stage.outside().in(ARRIVED, "a lobby is opened", () -> racers.getFirst().open(TEMPLATE, SEATS));
        stage.outside().in(OPENED, "everybody wants in", () -> racers.forEach(Racer::race));
    }

    void goHome() {
        racers.forEach(Racer::goHome);
    }

    List<Violation> surprises() {
        var found = new ArrayList<Violation>();
        racers.forEach(racer -> found.addAll(racer.surprises()));
        return found;
    }
}
