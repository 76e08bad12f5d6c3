package com.lifeverse.local.tour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tour's life lived at a stage that is there already, over HTTP alone, by a player who is new each time. What takes effect by
 * and by is asked for again until it is so, or until a minute has passed.
 */
public final class Verification {
    /** How often a host is let settle before what should have happened is missed. */
    private static final int PATIENCE = 60;

    /**
     * One step as it went.
     *
     * @param wrong what was wrong with the answer; empty if it was right, or if nobody could ask
     * @param skipped why nobody could ask
     */
    public record Outcome(String title, Optional<String> wrong, Optional<String> skipped) {}

    private final Host host;
    private final Optional<String> staff;
    private final boolean signing;

    /**
     * Prepares a run.
     *
     * @param staff a token of somebody with role viewer or more; without it, what staff do is skipped
     * @param signing whether the host has credentials of a game server; without them, what game servers do is skipped
     */
    public Verification(Host host, Optional<String> staff, boolean signing) {
        this.host = host;
        this.staff = staff;
        this.signing = signing;
    }

    /**
     * Takes the steps, up to the first that goes wrong.
     *
     * @param run tells this run's player from those of others
     * @param heard each outcome, as soon as it is known
     */
    public List<Outcome> run(String run, Consumer<Outcome> heard) throws IOException, InterruptedException {
        var walk = new Walk(host);
        walk.know("RUN", run);
        staff.ifPresent(token -> walk.know("STAFF", token));
        var outcomes = new ArrayList<Outcome>();
        for (var step : Script.abroad()) {
            var missing = missing(step);
            var wrong = missing.isPresent() ? Optional.<String>empty() : take(step, walk);
            var outcome = new Outcome(step.title(), wrong, missing);
            outcomes.add(outcome);
            heard.accept(outcome);
            if (outcome.wrong().isPresent()) {
                break;
            }
        }
        return outcomes;
    }

    private Optional<String> missing(Step step) {
        var ofStaff = step.call().headers().containsValue(Script.STAFF);
        if (ofStaff && staff.isEmpty()) {
            return Optional.of("there is no token of staff");
        }
        // What takes effect by and by, and is not staff's to see, is what a game server has told.
        return !signing && (step.call().signed() || (step.settles() && !ofStaff))
                ? Optional.of("there are no credentials of a game server")
                : Optional.empty();
    }

    private Optional<String> take(Step step, Walk walk) throws IOException, InterruptedException {
        var exchange = walk.ask(step);
        var wrong = walk.wrong(step, exchange);
        for (int again = 0; step.settles() && wrong.isPresent() && again < PATIENCE; again++) {
            host.settle();
            exchange = walk.ask(step);
            wrong = walk.wrong(step, exchange);
        }
        if (wrong.isEmpty()) {
            walk.remember(step, exchange);
        }
        return wrong;
    }
}
