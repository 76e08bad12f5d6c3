package com.lifeverse.trigger.turn.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.run.aws.RunEnds;
import com.lifeverse.trigger.run.aws.StepFunctionsRuns;
import com.lifeverse.trigger.run.aws.TaskTokens;
import com.lifeverse.trigger.turn.TurnDesk;
import com.lifeverse.trigger.turn.TurnRules.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Waiting;
import com.lifeverse.trigger.turn.aws.DynamoTurns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The tasks of {@code workflow-turn}: {@code {action: take|await|release|end, run, turn: {key, owner, most, otherwise, leaseSeconds}, token}} →
 * {@code {outcome: yours|waits|held, heldBy}}. Each may be done again.
 */
public final class TurnFunction extends Handler {
    /** A run is known to have ended some moments after it has. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final TurnDesk desk;
    private final TaskTokens tokens;
    private final RunEnds ends;
    private final IdSource ids;

    public TurnFunction() {
        this(LambdaRuntime.onAws());
    }

    public TurnFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE", "WORKFLOWS_BEFORE");
        clock = runtime.clock();
        ids = runtime.ids();
        desk = new TurnDesk(new DynamoTurns(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE")));
        tokens = new TaskTokens(runtime.aws().stepFunctions());
        ends = new RunEnds(new StepFunctionsRuns(runtime.aws().stepFunctions(), settings.text("WORKFLOWS_BEFORE")));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = Json.mapper().readTree(input);
        output.write(Json.mapper().writeValueAsBytes(done(request, clock.instant())));
    }

    private ObjectNode done(JsonNode request, Instant now) {
        var turn = request.path("turn");
        var run = request.path("run").asText();
        var key = TurnDesk.key(turn.path("key").asText(), turn.path("owner").asText());
        var action = request.path("action").asText();
        return switch (action) {
            case "take" -> answer(take(key, wish(run, turn, ""), now));
            case "await" -> {
                var token = request.path("token").asText();
                var outcome = take(key, wish(run, turn, token), now);
                if (!(outcome instanceof Outcome.Waits)) {
                    // There was a turn for it before there was a token to tell it by.
                    tokens.tell(token, Json.object());
                }
                yield answer(outcome);
            }
            case "release" -> {
                tell(desk.release(key, run, turn.path("most").asInt(), now));
                yield Json.object().put("outcome", "released");
            }
            case "end" -> {
                desk.leave(key, run, now);
                lookForEnds(key, turn.path("most").asInt(), now).ifPresent(this::tell);
                yield Json.object().put("outcome", "released");
            }
            default -> throw new IllegalArgumentException("There is no action " + action);
        };
    }

    /** Whoever has no turn looks whether those still go on whose end nobody waits for, and ends them with their lease. */
    private Outcome take(String key, Wish wish, Instant now) {
        var outcome = desk.take(key, wish, now);
        if (outcome instanceof Outcome.Yours) {
            return outcome;
        }
        var next = lookForEnds(key, wish.most(), now);
        if (next.isEmpty()) {
            return outcome;
        }
        tell(next.get().stream().filter(each -> !each.run().equals(wish.run())).toList());
        return desk.take(key, wish, now);
    }

    private Optional<List<Waiting>> lookForEnds(String key, int most, Instant now) {
        return desk.giveBackEnded(key, ends, ids.next().toString(), most, now);
    }

    private void tell(List<Waiting> next) {
        next.stream().filter(each -> !each.token().isEmpty()).forEach(each -> tokens.tell(each.token(), Json.object()));
    }

    private static Wish wish(String run, JsonNode turn, String token) {
        return new Wish(
                run,
                turn.path("most").asInt(),
                turn.path("otherwise").asText().equals("wait"),
                Duration.ofSeconds(turn.path("leaseSeconds").asLong()).plus(MARGIN),
                token);
    }

    private static ObjectNode answer(Outcome outcome) {
        var answer = Json.object()
                .put(
                        "outcome",
                        switch (outcome) {
                            case Outcome.Yours _ -> "yours";
                            case Outcome.Waits _ -> "waits";
                            case Outcome.Held _ -> "held";
                        });
        outcome.after().heldBy().forEach(answer.putArray("heldBy")::add);
        return answer;
    }
}
