package com.lifeverse.trigger.run.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.run.aws.StepFunctionsRuns;
import com.lifeverse.trigger.run.aws.TaskTokens;
import com.lifeverse.trigger.turn.TurnDesk;
import com.lifeverse.trigger.turn.TurnRules.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The turn of a run that staff move, where it was started by {@code workflow-turn}: that run has its name, and says what it took. A call of
 * Step Functions, and a read and a write where there is a turn.
 */
record RunTurns(StepFunctionsRuns runs, TurnDesk desk, TaskTokens tokens) {
    private static final String TURN = "workflow-turn";

    /** As for a run that is started: its end is known some moments after it. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** What a run took. */
    private record Taken(String key, Wish wish) {}

    /**
     * Has a run go on from where it failed, if it is its turn. Its turn is over with the lease, or when somebody stops the run: nobody else
     * looks for its end any more.
     *
     * @throws Refused if the turn is another's
     */
    void redrive(String workflow, String run, Instant now, Runnable redriving) {
        var turn = find(workflow, run);
        boolean held = turn.filter(taken -> desk.holds(taken.key(), run, now)).isPresent();
        turn.ifPresent(taken -> take(taken, now));
        try {
            redriving.run();
        } catch (Refused refused) {
            if (!held) {
                turn.ifPresent(taken -> release(taken, now));
            }
            throw refused;
        }
    }

    /**
     * Has a run stopped, and gives its turn back; also if it has ended before, which is refused: of a run that was redriven, nobody else does.
     *
     * @throws Refused if it cannot be stopped
     */
    void stop(String workflow, String run, Instant now, Runnable stopping) {
        try {
            stopping.run();
        } catch (Refused refused) {
            if (refused.problem() == Problem.RUN_MOVE_NOT_POSSIBLE) {
                release(workflow, run, now);
            }
            throw refused;
        }
        release(workflow, run, now);
    }

    private void release(String workflow, String run, Instant now) {
        find(workflow, run).ifPresent(taken -> release(taken, now));
    }

    private void take(Taken taken, Instant now) {
        switch (desk.take(taken.key(), taken.wish(), now)) {
            case Outcome.Yours _ -> {
                // It goes on.
            }
            case Outcome.Waits waits -> throw held(waits);
            case Outcome.Held held -> throw held(held);
        }
    }

    private static Refused held(Outcome outcome) {
        return new Refused(
                Problem.RUN_MOVE_NOT_POSSIBLE,
                "Its turn is another's, which goes on: %s. Redrive it when that has ended."
                        .formatted(String.join(", ", outcome.after().heldBy())));
    }

    private void release(Taken taken, Instant now) {
        desk.release(taken.key(), taken.wish().run(), taken.wish().most(), now).stream()
                .filter(next -> !next.token().isEmpty())
                .forEach(next -> tokens.tell(next.token(), Json.object()));
    }

    private Optional<Taken> find(String workflow, String run) {
        if (workflow.equals(TURN)) {
            return Optional.empty();
        }
        return runs.input(TURN, run)
                .map(RunTurns::json)
                .filter(input -> input.path("workflow").asText().equals(workflow))
                .map(input -> taken(run, input.path("turn")));
    }

    private static Taken taken(String run, JsonNode turn) {
        return new Taken(
                TurnDesk.key(turn.path("key").asText(), turn.path("owner").asText()),
                new Wish(
                        run,
                        turn.path("most").asInt(),
                        false,
                        Duration.ofSeconds(turn.path("leaseSeconds").asLong()).plus(MARGIN),
                        ""));
    }

    private static JsonNode json(String input) {
        try {
            return Json.read(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A run of " + TURN + " has an input that is not JSON", e);
        }
    }
}
