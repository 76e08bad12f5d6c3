package com.lifeverse.trigger.run.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.run.aws.RunEnds;
import com.lifeverse.trigger.run.aws.StepFunctionsRuns;
import com.lifeverse.trigger.run.aws.TaskTokens;
import com.lifeverse.trigger.turn.TurnDesk;
import com.lifeverse.trigger.turn.TurnMoves.Begun;
import com.lifeverse.trigger.turn.TurnMoves.Ending;
import com.lifeverse.trigger.turn.TurnMoves.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The turn of a run that staff move, where it was started by {@code workflow-turn}: that run has its name, and says what it took. A call of
 * Step Functions, and where there is a turn, another one, two to redrive, two reads and two writes.
 */
record RunTurns(StepFunctionsRuns runs, TurnDesk desk, TaskTokens tokens) {
    /**
     * What a run took.
     *
     * @param input of the run of {@code workflow-turn} that started it
     */
    private record Taken(String key, Wish wish, ObjectNode input) {}

    /**
     * Has a run go on from where it failed, if it is its turn. Nobody waits for its end any more: its turn is given back when the next one looks
     * whether it has ended, or somebody stops it. A run of {@code workflow-turn} that is started before it ends it with its lease.
     *
     * @param move told from all other moves by it
     * @throws Refused if the turn is another's, or somebody else moves the run at the same time
     */
    void redrive(String workflow, String run, String move, Instant now, Runnable redriving) {
        var found = find(workflow, run);
        if (found.isEmpty()) {
            redriving.run();
            return;
        }
        // One that still waits for its turn keeps its place.
        runs.find(workflow, run);
        var taken = found.get();
        var begun = begun(asked(taken, move, now));
        try {
            runs.start(
                    RunEnds.TURN,
                    "redriven_" + move,
                    taken.input().put("redriven", true).toString());
            redriving.run();
        } catch (Refused refused) {
            end(taken, begun, Ending.REFUSED, now);
            throw refused;
        }
        end(taken, begun, Ending.GOES_ON, now);
    }

    /**
     * Has a run stopped, and gives its turn back; also if it has ended before, which is refused: of a run that was redriven, nobody else does.
     *
     * @param move told from all other moves by it
     * @throws Refused if it cannot be stopped, or somebody else moves it at the same time
     */
    void stop(String workflow, String run, String move, Instant now, Runnable stopping) {
        var found = find(workflow, run);
        if (found.isEmpty()) {
            stopping.run();
            return;
        }
        var taken = found.get();
        var begun = begun(desk.stop(taken.key(), run, move, now));
        try {
            stopping.run();
        } catch (Refused refused) {
            end(taken, begun, refused.problem() == Problem.RUN_MOVE_NOT_POSSIBLE ? Ending.OVER : Ending.REFUSED, now);
            throw refused;
        }
        end(taken, begun, Ending.OVER, now);
    }

    private Outcome asked(Taken taken, String move, Instant now) {
        var outcome = desk.redrive(taken.key(), taken.wish(), move, now);
        if (!(outcome instanceof Outcome.Held)) {
            return outcome;
        }
        var ended = desk.giveBackEnded(
                taken.key(), new RunEnds(runs), move, taken.wish().most(), now);
        ended.ifPresent(this::tell);
        return ended.isPresent() ? desk.redrive(taken.key(), taken.wish(), move, now) : outcome;
    }

    private static Begun begun(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Yours(var _, var begun) -> begun;
            case Outcome.Busy _ ->
                throw new Refused(
                        Problem.RUN_MOVE_NOT_POSSIBLE,
                        "Somebody else stops or redrives it just now; look what came of that.");
            case Outcome.Held held ->
                throw new Refused(
                        Problem.RUN_MOVE_NOT_POSSIBLE,
                        "Its turn is another's, which goes on: %s. Redrive it when that has ended."
                                .formatted(String.join(", ", held.after().heldBy())));
        };
    }

    private void end(Taken taken, Begun begun, Ending ending, Instant now) {
        tell(desk.end(taken.key(), begun, ending, taken.wish().most(), now));
    }

    private void tell(List<Waiting> next) {
        next.stream().filter(each -> !each.token().isEmpty()).forEach(each -> tokens.tell(each.token(), Json.object()));
    }

    private Optional<Taken> find(String workflow, String run) {
        if (workflow.equals(RunEnds.TURN)) {
            return Optional.empty();
        }
        return runs.input(RunEnds.TURN, run)
                .map(RunTurns::json)
                .filter(input -> input.path("workflow").asText().equals(workflow))
                .map(input -> taken(run, input));
    }

    private static Taken taken(String run, ObjectNode input) {
        var turn = input.path("turn");
        return new Taken(
                TurnDesk.key(turn.path("key").asText(), turn.path("owner").asText()),
                new Wish(
                        run,
                        turn.path("most").asInt(),
                        false,
                        Duration.ofSeconds(turn.path("leaseSeconds").asLong()),
                        ""),
                input);
    }

    private static ObjectNode json(String input) {
        try {
            return (ObjectNode) Json.read(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A run of " + RunEnds.TURN + " has an input that is not JSON", e);
        }
    }
}
