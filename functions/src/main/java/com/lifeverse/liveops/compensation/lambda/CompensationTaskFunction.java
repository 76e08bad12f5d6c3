package com.lifeverse.liveops.compensation.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.compensation.Compensation;
import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.liveops.compensation.CompensationDesk;
import com.lifeverse.liveops.compensation.CompensationPolicy;
import com.lifeverse.liveops.compensation.Compensations;
import com.lifeverse.liveops.compensation.PlanLines;
import com.lifeverse.liveops.compensation.Reconciliation;
import com.lifeverse.liveops.compensation.Submission;
import com.lifeverse.liveops.compensation.aws.DynamoCompensations;
import com.lifeverse.liveops.compensation.aws.StoredLines;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tasks of the workflow {@code compensation}, by {@code action}: {@code open} says where the lines are, if they are what was approved;
 * {@code note} keeps what the ledger of grants said of some lines; {@code close} says whether that is all, and if so tells it. Each may be done again,
 * beside another, or after it was cut off anywhere.
 */
public final class CompensationTaskFunction extends Handler {
    private final LambdaRuntime runtime;
    private final Compensations ledger;
    private final PlanLines lines;
    private final CompensationDesk desk;

    public CompensationTaskFunction() {
        this(LambdaRuntime.onAws());
    }

    public CompensationTaskFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "COMPENSATIONS_TABLE", "COMPENSATION_BUCKET");
        this.runtime = runtime;
        this.ledger = new DynamoCompensations(runtime.aws().dynamoDb(), settings.text("COMPENSATIONS_TABLE"));
        this.lines = new StoredLines(runtime.aws().s3(), settings.text("COMPENSATION_BUCKET"));
        this.desk = new CompensationDesk(ledger, lines, settings.policy(CompensationPolicy.class), runtime.ids()::next);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        output.write(Json.mapper().writeValueAsBytes(done(Json.mapper().readTree(input))));
    }

    private ObjectNode done(JsonNode asked) {
        var compensation = known(asked.path("compensation").asText());
        return switch (asked.path("action").asText()) {
            case "open" -> open(compensation);
            case "note" -> note(compensation, asked.path("done"));
            case "close" -> close(compensation);
            default -> throw new IllegalArgumentException("There is no action " + asked.path("action"));
        };
    }

    private ObjectNode open(Compensation there) {
        var answer = Json.object()
                .put("standing", standing(there))
                .put("place", lines.place(there.id(), there.digest()))
                .put("source", there.source())
                .put("message", there.message().orElse(""));
        var cause = there.cause().orElse("");
        answer.putObject("cause")
                .put("id", cause)
                .put("correlationId", cause)
                .put("hops", 0)
                .putArray("causation");
        return answer;
    }

    /** Whether its grants are to be made: not those of what nobody has approved, whoever started the run, and whatever was done to the file. */
    private String standing(Compensation there) {
        return switch (there.state(now())) {
            case MADE -> "made";
            case APPROVED -> {
                var kept = lines.read(there.id(), there.digest());
                var plan = new Submission(there.id(), there.reason(), there.incident(), there.message(), kept);
                yield plan.digest().equals(there.digest()) ? "sound" : "changed";
            }
            case SUBMITTED, REJECTED, RECALLED, LAPSED -> "not-approved";
        };
    }

    private ObjectNode note(Compensation there, JsonNode done) {
        ledger.done(
                there.id(),
                new Reconciliation.Part(
                        done.path("first").asInt(),
                        done.path("lines").asInt(),
                        done.path("skipped").asInt(),
                        amounts(done.path("granted")),
                        amounts(done.path("passed")),
                        Instant.parse(done.path("begunAt").asText()),
                        Instant.parse(done.path("doneAt").asText())));
        return Json.object();
    }

    private ObjectNode close(Compensation there) {
        if (there.made().isPresent()) {
            return made(there.made().get());
        }
        return switch (Reconciliation.of(there, ledger.parts(there.id()))) {
            case Reconciliation.Complete(var made) ->
                made(desk.close(there.id(), made, now()).made().orElseThrow());
            case Reconciliation.Incomplete(var why) ->
                Json.object().put("made", false).put("why", why);
        };
    }

    private static ObjectNode made(Made made) {
        return Json.object().put("made", true).put("granted", made.granted()).put("skipped", made.skipped());
    }

    private Compensation known(String id) {
        return ledger.find(id).orElseThrow(() -> new IllegalStateException("There is no compensation " + id));
    }

    private Instant now() {
        return Instant.ofEpochMilli(runtime.clock().millis());
    }

    private static SortedMap<String, Long> amounts(JsonNode object) {
        var amounts = new TreeMap<String, Long>();
        object.properties()
                .forEach(each -> amounts.put(each.getKey(), each.getValue().asLong()));
        return amounts;
    }
}
