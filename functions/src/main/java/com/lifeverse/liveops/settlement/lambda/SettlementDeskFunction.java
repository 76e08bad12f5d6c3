package com.lifeverse.liveops.settlement.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.run.RunName;
import com.lifeverse.liveops.run.RunPolicy;
import com.lifeverse.liveops.settlement.Entitlement;
import com.lifeverse.liveops.settlement.Progress;
import com.lifeverse.liveops.settlement.Settlement;
import com.lifeverse.liveops.settlement.Settlements;
import com.lifeverse.liveops.settlement.Subject;
import com.lifeverse.liveops.settlement.aws.DynamoSettlements;
import com.lifeverse.platform.Problem;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Settlements for staff: how far they are, and starting one by hand. Seeing them costs a read for each of the last twenty that is not closed, and
 * three besides.
 */
public final class SettlementDeskFunction extends HttpFunction {
    private static final int BODY_LIMIT = 4096;
    private static final int MOST = 20;
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

    private final InstantSource clock;
    private final Definitions definitions;
    private final Settlements ledger;
    private final RunPolicy policy;
    private final NamedRuns runs;

    public SettlementDeskFunction() {
        this(LambdaRuntime.onAws());
    }

    public SettlementDeskFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(), "LIVE_EVENTS_TABLE", "SETTLEMENTS_TABLE", "SETTLEMENT_WORKFLOW");
        clock = runtime.clock();
        definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        ledger = new DynamoSettlements(runtime.aws().dynamoDb(), settings.text("SETTLEMENTS_TABLE"));
        policy = settings.policy(RunPolicy.class);
        runs = new NamedRuns(runtime.aws().stepFunctions(), settings.text("SETTLEMENT_WORKFLOW"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return request.method().equals("POST") ? start(request) : list(request);
    }

    private HttpResponse list(HttpRequest request) {
        StaffCaller.any(request);
        var id = request.pathParameter("event");
        known(id);
        var answer = Json.object().put("event", id);
        var list = answer.putArray("settlements");
        ledger.latest(id, MOST).forEach(settlement -> write(list.addObject(), settlement));
        return HttpResponse.json(200, answer);
    }

    private HttpResponse start(HttpRequest request) {
        var staff = StaffCaller.operator(request);
        var id = request.pathParameter("event");
        known(id);
        var fields = Fields.of(request.body(BODY_LIMIT)).only("occurrence");
        var text = fields.text("occurrence", LOCAL);
        fields.check();
        var occurrence = occurrence(text);
        // What was withdrawn, or begins otherwise by now, is settled by what players had of it.
        var event = new Entitlement(definitions)
                .of(id, occurrence)
                .orElseThrow(() -> new Refused(
                        Problem.LIVE_EVENT_NOT_FOUND, "By no revision that players had it begins then by its clocks."))
                .event();
        var over = Subject.over(event.calendar(), occurrence).plus(policy.grace());
        if (clock.instant().isBefore(over)) {
            throw new Refused(Problem.LIVE_EVENT_NOT_OVER, "Its rewards can be settled from " + over + " on.");
        }
        long before = ledger.latest(id, MOST).stream()
                .filter(settlement -> settlement.occurrence().equals(occurrence))
                .count();
        var name = RunName.again(id, occurrence, Math.toIntExact(before) + 1);
        // It may be there: somebody asked for it at the same moment.
        runs.start(
                name,
                Json.object()
                        .put("event", id)
                        .put("occurrence", occurrence.toString())
                        .put("by", staff.name()));
        return HttpResponse.json(202, Json.object().put("settlement", name));
    }

    /** Players have it, or had it once. */
    private void known(String id) {
        if (definitions
                .find(id)
                .flatMap(found -> found.published().or(found::before))
                .isEmpty()) {
            throw new Refused(Problem.LIVE_EVENT_NOT_FOUND, "Players never had it.");
        }
    }

    private void write(ObjectNode node, Settlement settlement) {
        node.put("settlement", settlement.id())
                .put("occurrence", settlement.occurrence().toString())
                .put("by", settlement.by())
                .put("revision", settlement.revision())
                .put("state", settlement.closedAt().isPresent() ? "settled" : "open")
                .put("begunAt", settlement.begunAt().toString())
                .put("round", settlement.round())
                .put("players", settlement.found().players())
                .put("entitled", settlement.found().entitled())
                .put("claimed", settlement.found().claimed());
        settlement.closedAt().map(Instant::toString).ifPresent(at -> node.put("closedAt", at));
        if (settlement.closedAt().isEmpty()) {
            var progress = Progress.of(settlement, ledger.parts(settlement.id()));
            var shown = node.putObject("progress")
                    .put("players", progress.players())
                    .put("settled", progress.settled())
                    .put("perSecond", progress.perSecond());
            progress.remaining().ifPresent(left -> shown.put("remainingSeconds", left.toSeconds()));
        }
    }

    private static LocalDateTime occurrence(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException none) {
            throw new Refused(Problem.LIVE_EVENT_NOT_FOUND, "It does not begin then by its own clocks.");
        }
    }
}
