package com.lifeverse.trigger.letter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.letter.DeadLetter.Staff;
import com.lifeverse.trigger.letter.LetterDesk;
import com.lifeverse.trigger.letter.LetterDesk.Outcome;
import com.lifeverse.trigger.letter.aws.DynamoDeadLetters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The tasks of {@code dead-letter-redrive}: {@code {action: claim|close|giveBack, letterId, edits, by, note, error}} →
 * {@code {outcome, workflow, name, input}}, and {@code event} as its queue has it where the workflow is the engine. Each may be done again.
 */
public final class DeadLetterRedriveFunction extends Handler {
    private final InstantSource clock;
    private final LetterDesk desk;

    public DeadLetterRedriveFunction() {
        this(LambdaRuntime.onAws());
    }

    public DeadLetterRedriveFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        desk = new LetterDesk(new DynamoDeadLetters(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE")));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = Json.mapper().readTree(input);
        output.write(Json.mapper().writeValueAsBytes(answer(take(request, clock.instant()))));
    }

    private Outcome take(JsonNode request, Instant now) {
        var id = request.path("letterId").asText();
        var action = request.path("action").asText();
        return switch (action) {
            case "claim" ->
                desk.claim(
                        id,
                        request.path("edits").asInt(),
                        new Staff(
                                request.path("by").asText(),
                                request.path("note").asText()),
                        now);
            case "close" -> desk.close(id, now);
            case "giveBack" -> desk.giveBack(id, request.path("error").asText(), now);
            default -> throw new IllegalArgumentException("There is no action " + action);
        };
    }

    private static ObjectNode answer(Outcome outcome) throws IOException {
        return switch (outcome) {
            case Outcome.Done(var letter) -> done(letter);
            case Outcome.Overtaken _ -> Json.object().put("outcome", "overtaken");
            case Outcome.OwnCorrection _ -> Json.object().put("outcome", "own-correction");
            case Outcome.AlreadyRedriven _ -> Json.object().put("outcome", "already-redriven");
            case Outcome.Nowhere _ -> Json.object().put("outcome", "of-no-workflow");
            case Outcome.Unknown _ -> Json.object().put("outcome", "gone");
        };
    }

    private static ObjectNode done(DeadLetter letter) throws IOException {
        var answer = Json.object()
                .put("outcome", "done")
                .put("workflow", letter.origin().workflow())
                .put("name", letter.runName());
        var input = Json.read(letter.input());
        answer.set("input", input);
        if (letter.origin().isEngine()) {
            answer.set("event", asOnTheBus(input));
        }
        return answer;
    }

    private static ObjectNode asOnTheBus(JsonNode detail) {
        var event = Json.object()
                .put("version", "0")
                .put("id", detail.path("id").asText())
                .put("detail-type", detail.path("type").asText())
                .put("source", "lifeverse." + detail.path("producer").asText())
                .put("time", detail.path("time").asText());
        event.putArray("resources");
        event.set("detail", detail);
        return event;
    }
}
