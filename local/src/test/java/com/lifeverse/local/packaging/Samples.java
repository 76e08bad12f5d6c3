package com.lifeverse.local.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.capacity.lambda.CapacityFunction;
import com.lifeverse.liveops.capacity.lambda.CapacitySweepFunction;
import com.lifeverse.liveops.compensation.lambda.CompensationTaskFunction;
import com.lifeverse.liveops.desk.lambda.LiveEventApprovalFunction;
import com.lifeverse.liveops.experiment.lambda.ExperimentSweepFunction;
import com.lifeverse.liveops.flip.lambda.FlipSweepFunction;
import com.lifeverse.liveops.participation.lambda.GoalSweepFunction;
import com.lifeverse.liveops.participation.lambda.ParticipationDataFunction;
import com.lifeverse.liveops.run.lambda.EventMessageFunction;
import com.lifeverse.liveops.run.lambda.EventRunFunction;
import com.lifeverse.liveops.settlement.lambda.SettlementFunction;
import com.lifeverse.liveops.timeline.lambda.TimelineKeyFunction;
import com.lifeverse.local.function.FunctionSettings;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.operations.lambda.RehearsalFunction;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.OutboxFunction;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.session.census.lambda.CensusFunction;
import com.lifeverse.session.lambda.SigningKeyFunction;
import com.lifeverse.session.notice.lambda.ConnectionFunction;
import com.lifeverse.session.rights.lambda.DataErasureFunction;
import com.lifeverse.session.rights.lambda.DataExportFunction;
import com.lifeverse.trigger.ask.lambda.QuestionFunction;
import com.lifeverse.trigger.lambda.EventReplayFunction;
import com.lifeverse.trigger.lambda.GrantFunction;
import com.lifeverse.trigger.lambda.GrantListFunction;
import com.lifeverse.trigger.lambda.ProfileEffectFunction;
import com.lifeverse.trigger.lambda.TriggerDataFunction;
import com.lifeverse.trigger.lambda.TriggerEngineFunction;
import com.lifeverse.trigger.lambda.TriggerSweepFunction;
import com.lifeverse.trigger.letter.lambda.DeadLetterRedriveFunction;
import com.lifeverse.trigger.schedule.lambda.ScheduleSweepFunction;
import com.lifeverse.trigger.shadow.lambda.AgreementFunction;
import com.lifeverse.trigger.turn.lambda.TurnFunction;
import com.lifeverse.trigger.webhook.lambda.WebhookFunction;
import com.lifeverse.trigger.webhook.lambda.WebhookSigningFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An event for each function, by what calls it in the template. */
final class Samples {
    private static final Set<Class<?>> BATCHES = Set.of(
            TriggerEngineFunction.class,
            TriggerSweepFunction.class,
            AgreementFunction.class,
            FlipSweepFunction.class,
            ExperimentSweepFunction.class,
            GoalSweepFunction.class,
            CapacitySweepFunction.class,
            ScheduleSweepFunction.class,
            CensusFunction.class);
    private static final Set<Class<?>> ELSEWHERE = Set.of(
            RehearsalFunction.class,
            EventReplayFunction.class,
            SettlementFunction.class,
            CompensationTaskFunction.class,
            TimelineKeyFunction.class);
    private static final Set<Class<?>> DATA_KEEPERS = Set.of(
            DataExportFunction.class,
            DataErasureFunction.class,
            TriggerDataFunction.class,
            ParticipationDataFunction.class,
            WebhookSigningFunction.class,
            DeadLetterRedriveFunction.class);
    private static final String TURN = """
        {"action": "take", "run": "dec_1-1", "turn": {"key": "k", "owner": "all", "most": 1, "otherwise": "drop", "leaseSeconds": 60}}\
        """;
    private static final String QUESTION = """
        {"workflow": "incident-response", "run": "dec_1-1", "question": "taken", "answers": ["taken"], "token": "t"}\
        """;
    private static final String REVIEW = """
        {"action": "look", "review": "feast-2", "event": "feast", "revision": 1, "since": "2026-11-21T00:00:00Z"}\
        """;
    private static final String DATA = """
        {"action": "count", "playerId": "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc", "requestId": "nobody's",
         "round": 1}\
        """;
    private static final String CONNECT =
            "{\"requestContext\": {\"routeKey\": \"$connect\", \"eventType\": \"CONNECT\", \"connectionId\": \"c-1\"}}";
    private static final String DELETED = """
        {"RequestType": "Delete", "ResponseURL": "http://${address}/cloudformation", "RequestId": "r-1",
         "StackId": "s-1", "LogicalResourceId": "Keys", "PhysicalResourceId": "signing-keys"}\
        """;
    private static final String GRANT = """
        {"source": "trigger/first-win", "occurrence": "2026-11-21", "tier": 1, "playerId": "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc", "item": "gem",
         "amount": 3, "cause": {"id": "e-1", "correlationId": "c-1", "isReplay": false, "causation": [], "hops": 1}}\
        """;

    private static final String GRANTS = """
        {"source": "compensation/outage-17", "message": "sorry", "cause": {"id": "e-1", "correlationId": "c-1", "causation": [], "hops": 0},
         "lines": [{"line": 1, "playerId": "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc", "item": "coins", "amount": 3}]}\
        """;

    private static final String WEBHOOK = """
        {"url": "https://169.254.169.254/latest", "headers": {}, "body": "{}"}\
        """;

    private static final String ADJUSTMENT = """
        {"playerId": "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc", "decisionId": "dec_1", "tier": 1, "at": "2026-11-21T00:00:00Z",
         "effect": {"kind": "counter", "name": "honours", "by": 1}, "cause": {"id": "e-1", "correlationId": "c-1", "causation": [], "hops": 1}}\
        """;

    private final List<JsonNode> templates;

    Samples(Path assembly) throws IOException {
        try (var files = Files.newDirectoryStream(assembly, "*.template.json")) {
            var read = new ArrayList<JsonNode>();
            files.forEach(file -> read.add(read(file)));
            templates = List.copyOf(read);
        }
    }

    /**
     * The event.
     *
     * @throws IllegalStateException if nobody has said what calls such a function
     */
    String of(FunctionSettings function) throws ClassNotFoundException {
        var handler = Class.forName(function.handler());
        if (HttpFunction.class.isAssignableFrom(handler)) {
            return request(route(function.name()));
        }
        if (OutboxFunction.class.isAssignableFrom(handler)
                || QueueFunction.class.isAssignableFrom(handler)
                || BATCHES.contains(handler)) {
            return "{\"Records\": []}";
        }
        if (handler.equals(ConnectionFunction.class)) {
            return CONNECT;
        }
        if (handler.equals(SigningKeyFunction.class)) {
            return DELETED;
        }
        if (ELSEWHERE.contains(handler)) {
            // Its work is with services that are not here; what it has others do, it can do itself.
            return Handler.REHEARSAL;
        }
        if (handler.equals(ProfileEffectFunction.class)) {
            return ADJUSTMENT;
        }
        if (handler.equals(GrantFunction.class)) {
            return GRANT;
        }
        if (handler.equals(GrantListFunction.class)) {
            return GRANTS;
        }
        if (handler.equals(TurnFunction.class)) {
            return TURN;
        }
        if (handler.equals(QuestionFunction.class)) {
            return QUESTION;
        }
        if (handler.equals(LiveEventApprovalFunction.class)) {
            return REVIEW;
        }
        if (handler.equals(CapacityFunction.class)) {
            return "{}";
        }
        if (handler.equals(EventRunFunction.class) || handler.equals(EventMessageFunction.class)) {
            // Of an event that is not there they say so; what they have others have, too.
            return Handler.REHEARSAL;
        }
        if (handler.equals(WebhookFunction.class)) {
            return WEBHOOK;
        }
        if (refusesStrangers(function)) {
            return DATA;
        }
        throw new IllegalStateException("Nobody has said what calls " + function.handler());
    }

    /** True of functions that workflows ask about a player's data, and that answer only what the player asked for. */
    static boolean refusesStrangers(FunctionSettings function) throws ClassNotFoundException {
        return DATA_KEEPERS.contains(Class.forName(function.handler()));
    }

    /** A route of the template behind which that function is; the one that answers the rest has none. */
    private String route(String function) {
        for (var template : templates) {
            for (var resource : template.path("Resources").properties()) {
                var properties = resource.getValue().path("Properties");
                if (resource.getValue().path("Type").asText().equals("AWS::ApiGatewayV2::Route")) {
                    var integration = properties.path("Target").findValuesAsText("Ref");
                    var target = integration.isEmpty()
                            ? ""
                            : template.path("Resources")
                                    .path(integration.getLast())
                                    .toString();
                    if (target.contains(live(function))) {
                        return properties.path("RouteKey").asText();
                    }
                }
            }
        }
        return "GET /nowhere";
    }

    /** The logical id of its alias begins with that of the construct, which the function's own id begins with as well. */
    private static String live(String function) {
        return function.substring(function.lastIndexOf('-') + 1).replaceFirst("Function[0-9A-F]{8}$", "Live");
    }

    /** As the HTTP API hands it over; parameters are ids of nobody, the body is an empty object. */
    private static String request(String routeKey) {
        var key = routeKey.split(" ", 2);
        var method = key[0].equals("$default") || key[0].equals("ANY") ? "GET" : key[0];
        var path = key.length < 2 ? "/nowhere" : key[1].replaceAll("\\{[^}]*}", "nobody");
        var event = Json.object()
                .put("version", "2.0")
                .put("routeKey", routeKey)
                .put("rawPath", path)
                .put("rawQueryString", "")
                .put("isBase64Encoded", false);
        event.putObject("headers").put("content-type", "application/json").put("host", "api.example");
        var parameters = event.putObject("pathParameters");
        Pattern.compile("\\{([^}]*)}")
                .matcher(routeKey)
                .results()
                .forEach(found -> parameters.put(found.group(1).replace("+", ""), "nobody"));
        var context = event.putObject("requestContext").put("requestId", "r-1").put("stage", "$default");
        context.putObject("http").put("method", method).put("path", path).put("sourceIp", "192.0.2.1");
        var authorizer = context.putObject("authorizer");
        authorizer
                .putObject("jwt")
                .putObject("claims")
                .put("sub", "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc")
                .put("sid", "ses_01a1fb98-ef51-7076-ae4f-5658aa810b5a")
                .put("gen", "1")
                .put("ep", "0")
                .put("plat", "switch")
                .put("scope", "player");
        authorizer.putObject("iam").put("userArn", "arn:aws:sts::111111111111:assumed-role/GameServer/one");
        if (!method.equals("GET")) {
            event.put("body", "{}");
        }
        return event.toString();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
