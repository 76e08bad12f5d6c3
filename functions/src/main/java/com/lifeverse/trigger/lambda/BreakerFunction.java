package com.lifeverse.trigger.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.Breakers;
import com.lifeverse.trigger.aws.DynamoBreakers;
import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.publish.aws.CurrentCatalogue;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code GET /v1/triggers/{trigger}/breaker} and {@code POST /v1/triggers/{trigger}/breaker-closings}: whether a trigger is held because it spent
 * too fast, for staff; operators let it go on. Closed again, it stays as it is.
 */
public final class BreakerFunction extends HttpFunction {
    private static final int BODY_LIMIT = 4 * 1024;
    private static final double MILLIONTHS = 1e6;
    private static final Pattern NOTE = Pattern.compile(".{1,500}");

    private final InstantSource clock;
    private final CurrentCatalogue current;
    private final Breakers breakers;

    public BreakerFunction() {
        this(LambdaRuntime.onAws());
    }

    public BreakerFunction(LambdaRuntime runtime) {
        var table = Settings.require(runtime.environment(), "TRIGGERS_TABLE").text("TRIGGERS_TABLE");
        clock = runtime.clock();
        current = new CurrentCatalogue(new DynamoPublications(runtime.aws().dynamoDb(), table), Duration.ZERO);
        breakers = new DynamoBreakers(runtime.aws().dynamoDb(), table, Duration.ZERO);
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.routeKey()) {
            case "GET /v1/triggers/{trigger}/breaker" -> read(request);
            case "POST /v1/triggers/{trigger}/breaker-closings" -> close(request, context);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse read(HttpRequest request) {
        StaffCaller.any(request);
        var trigger = trigger(request);
        return HttpResponse.json(200, answer(trigger, breakers.of(trigger.id(), clock.instant())));
    }

    private HttpResponse close(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var fields = Fields.of(request.body(BODY_LIMIT)).only("note");
        var note = fields.text("note", NOTE);
        fields.check();
        var trigger = trigger(request);
        var now = clock.instant();
        var before = breakers.of(trigger.id(), now);
        var after = before.closed(now, staff.name(), note);
        if (after.equals(before) || !breakers.put(trigger.id(), before, after)) {
            // It does not hold, or somebody else has closed it in this very moment.
            return HttpResponse.json(200, answer(trigger, breakers.of(trigger.id(), now)));
        }
        Log.info(
                context,
                "breaker-closed",
                Json.object().put("trigger", trigger.id()).put("staff", staff.name()));
        return HttpResponse.json(200, answer(trigger, after));
    }

    private Trigger trigger(HttpRequest request) {
        return current.at(clock.instant())
                .find(request.pathParameter("trigger"))
                .map(TriggerFile::trigger)
                .orElseThrow(() -> new Refused(Problem.TRIGGER_NOT_FOUND, "GET /v1/triggers lists them."));
    }

    private static ObjectNode answer(Trigger trigger, Breaker breaker) {
        var json = Json.object()
                .put("trigger", trigger.id())
                .put("state", breaker.state().name().toLowerCase(Locale.ROOT))
                .put("closings", breaker.closings());
        if (!breaker.equals(Breaker.NEW)) {
            json.put("since", breaker.since().toString())
                    .put("by", breaker.by())
                    .put("note", breaker.note());
        }
        Burn.of(trigger).ifPresent(burn -> json.set("bound", bound(burn)));
        return json;
    }

    private static ObjectNode bound(Burn burn) {
        return Json.object()
                .put("slow", burn.slow().toString())
                .put("slowUsd", burn.most() / MILLIONTHS)
                .put("fast", burn.fast().toString())
                .put("fastUsd", burn.fastMost() / MILLIONTHS);
    }
}
