package com.lifeverse.liveops.ramp.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.EventDesk;
import com.lifeverse.liveops.desk.EventDesk.Outcome;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.platform.aws.NamedRuns;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Hears alarms, and takes each event whose ramp names one of them a step back, where it is held until an operator lets it go on. People are
 * called by a run of {@code incident-response}, one for each time that a ramp is held: so an alarm that comes twice calls nobody again. An
 * alarm costs what players have in read units; one that holds a ramp eight write units and a run besides.
 */
public final class RampGuardFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final InstantSource clock;
    private final Definitions definitions;
    private final EventDesk desk;
    private final SfnClient stepFunctions;
    private final String incidents;

    public RampGuardFunction() {
        this(LambdaRuntime.onAws());
    }

    public RampGuardFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "INCIDENT_WORKFLOW");
        this.runtime = runtime;
        this.clock = runtime.clock();
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        this.desk = new EventDesk(definitions, runtime.ids()::next);
        this.stepFunctions = runtime.aws().stepFunctions();
        this.incidents = settings.text("INCIDENT_WORKFLOW");
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var told = Json.read(record.path("body").asText());
        if (!told.at("/detail/state/value").asText().equals("ALARM")) {
            return;
        }
        var alarm = told.at("/detail/alarmName").asText();
        var guarded = guarded(alarm);
        for (var published : guarded) {
            if (desk.ring(published.id(), alarm, clock.instant()) instanceof Outcome.Contended) {
                throw new IllegalStateException("Others change " + published.id() + "; look again");
            }
        }
        if (!guarded.isEmpty()) {
            guarded(alarm)
                    .forEach(published ->
                            published.ramp().filter(RampState::held).ifPresent(state -> call(published, state, alarm)));
        }
    }

    private List<Published> guarded(String alarm) {
        return definitions.catalogue().published().stream()
                .filter(published -> published.revision().event().ramp().stream()
                        .anyMatch(ramp -> ramp.guards().contains(alarm)))
                .toList();
    }

    private void call(Published published, RampState state, String alarm) {
        var id = "evt_" + runtime.ids().next();
        var name = "ramp-%s-%d".formatted(published.id(), state.at().toEpochMilli());
        var input = Json.object()
                .put("incident", cut("ramp-of-" + published.id(), 64))
                .put("severity", "major");
        var event = input.putObject("event")
                .put("id", id)
                .put("playerId", "")
                .put("eventGroupId", "liveops/" + published.id())
                .put("correlationId", id)
                .put("hops", 0)
                .put("isReplay", false);
        event.putArray("causation");
        input.putObject("firing")
                .put("trigger", "ramp-guard/" + alarm)
                .put("decisionId", name)
                .put("occurrence", state.at().toString())
                .put("tier", 1);
        new NamedRuns(stepFunctions, incidents).start(cut(name, 80), input);
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(text.length() - most).replaceFirst("^-+", "");
    }
}
