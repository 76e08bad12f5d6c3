package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.aws.NamedRuns;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.match.aws.PatternFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** Operators have archived events told to the engine again. Asked twice with the same words it is done once. */
public final class EventReplayRequestFunction extends HttpFunction {
    private static final int BODY_LIMIT = 64 * 1024;
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Pattern NOTE = Pattern.compile(".{1,500}");

    private final InstantSource clock;
    private final NamedRuns runs;

    public EventReplayRequestFunction() {
        this(LambdaRuntime.onAws());
    }

    public EventReplayRequestFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "REPLAY_WORKFLOW");
        clock = runtime.clock();
        runs = new NamedRuns(runtime.aws().stepFunctions(), settings.text("REPLAY_WORKFLOW"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var staff = StaffCaller.operator(request);
        var input = input(request.body(BODY_LIMIT)).put("by", staff.name());
        var id = NameBasedId.of(
                "rpl_",
                input.path("from").asText(),
                input.path("to").asText(),
                input.path("filter").toString(),
                input.path("note").asText());
        // Of the same words asked before, it runs or has run.
        runs.start(id, input);
        return HttpResponse.json(202, Json.object().put("replayId", id));
    }

    /** @throws Refused with all that is wrong */
    private ObjectNode input(ObjectNode body) {
        var fields = Fields.of(body).only("from", "to", "filter", "note");
        var from = time(fields, "from");
        var to = time(fields, "to");
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            fields.violate("to", "must be after from, by 90 days at most");
        }
        if (!from.isBefore(clock.instant())) {
            fields.violate("from", "must be in the past: nothing has happened yet that could be told again");
        }
        var note = fields.text("note", NOTE);
        var filter = fields.has("filter") ? fields.object("filter").json() : Json.object();
        if (!filter.isEmpty()) {
            PatternFault.of(Json.plain(filter)).ifPresent(reason -> fields.violate("filter", reason));
        }
        fields.check();
        ObjectNode input = Json.object()
                .put("from", from.toString())
                .put("to", to.toString())
                .put("note", note);
        input.set("filter", filter);
        return input;
    }

    private static Instant time(Fields fields, String name) {
        return fields.optionalTime(name).orElseGet(() -> {
            fields.violate(name, "must be a time in UTC, such as 2026-11-20T00:00:00Z");
            return Instant.EPOCH;
        });
    }
}
