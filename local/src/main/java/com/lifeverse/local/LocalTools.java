package com.lifeverse.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.Deployment;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Execution;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the stack answers under {@code /_local/}: tokens for developers, the clock, what the workflows did. */
final class LocalTools {
    private static final Duration SERVER_CREDENTIALS = Duration.ofHours(12);

    /** Beyond that, every schedule and sweep on the way would take longer than anybody waits. */
    private static final Duration LONGEST_STEP = Duration.ofDays(400);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Agenda agenda;
    private final KeptTime time;
    private final Services services;
    private final Deployment deployment;

    LocalTools(Agenda agenda, KeptTime time, Services services, Deployment deployment) {
        this.agenda = agenda;
        this.time = time;
        this.services = services;
        this.deployment = deployment;
    }

    void register() {
        var paths = services.localPaths;
        paths.register("GET /_local/clock", (_, _) -> clock());
        paths.register("POST /_local/clock", (request, _) -> guarded(() -> advance(body(request))));
        paths.register("GET /_local/logs/{function}", (_, variables) -> logs(variables.get("function")));
        paths.register("GET /_local/executions", (_, _) -> executions());
        paths.register("POST /_local/credentials", (request, _) -> guarded(() -> credentials(body(request))));
        paths.register("POST /_local/staff-tokens", (request, _) -> guarded(() -> staffToken(body(request))));
    }

    /** The output of that name of whichever stack has it. */
    static String output(Deployment deployment, String name) {
        return deployment.stacks().values().stream()
                .flatMap(stack -> Stream.ofNullable(stack.outputs().get(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No stack has an output " + name));
    }

    private Response clock() {
        return json(Json.object().put("now", agenda.instant().toString()).put("standsStill", agenda.isVirtual()));
    }

    private Response advance(JsonNode body) {
        if (!agenda.isVirtual()) {
            throw new IllegalArgumentException("Time passes by itself here; start with ./dev up --virtual to move it");
        }
        var by = Duration.parse(body.path("advance").asText());
        if (by.isNegative() || by.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("Time moves forward, by " + LONGEST_STEP + " at most");
        }
        agenda.advance(by);
        time.keep(agenda.instant());
        return clock();
    }

    /** Every line that a function has printed or logged lately; function names begin with their stack's. */
    private Response logs(@Nullable String function) {
        var document = Json.object();
        var lines = document.putArray("lines");
        services.functions.logs(String.valueOf(function)).forEach(lines::add);
        return json(document);
    }

    /** Waits, for a while, until all that was caused so far has happened: who asks wants to see what came of it. */
    private Response executions() {
        agenda.settle(PATIENCE);
        var document = Json.object();
        var list = document.putArray("executions");
        machines()
                .flatMap(machine -> services.workflows.list(machine).stream())
                .forEach(execution -> list.add(describe(execution)));
        return json(document);
    }

    private Stream<String> machines() {
        return deployment.stacks().values().stream()
                .flatMap(stack -> stack.resources().values().stream())
                .map(resource -> resource.ref())
                .filter(ref -> ref.matches("arn:aws:states:[^:]+:\\d+:stateMachine:[^:]+"));
    }

    private ObjectNode describe(Execution execution) {
        var node = Json.object()
                .put("workflow", execution.run().machineName())
                .put("status", execution.status().name())
                .put(
                        "startedAt",
                        execution
                                .run()
                                .startedAt()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString());
        var path = node.putArray("path");
        services.workflows.history(execution.run().arn()).stream()
                .filter(event -> event.type().endsWith("StateEntered"))
                .forEach(event -> path.add(
                        event.details().at("/stateEnteredEventDetails/name").asText()));
        return node;
    }

    private Response credentials(JsonNode body) {
        var name = required(body, "server");
        var session = services.credentials.issue(output(deployment, "GameServerRoleArn"), name, SERVER_CREDENTIALS);
        return json(Json.object()
                .put("accessKeyId", session.accessKeyId())
                .put("secretAccessKey", session.secretAccessKey())
                .put("sessionToken", session.sessionToken())
                .put("expiresAt", session.expiration().toString()));
    }

    private Response staffToken(JsonNode body) {
        var token = services.pools.token(
                output(deployment, "StaffPoolId"),
                output(deployment, "StaffClientId"),
                required(body, "name"),
                List.of(required(body, "role")),
                Duration.parse(body.path("ttl").asText("PT1H")));
        return json(Json.object().put("token", token));
    }

    private static String required(JsonNode body, String member) {
        var value = body.path(member).asText();
        if (!value.matches("[\\w+=,.@-]{2,64}")) {
            throw new IllegalArgumentException("/" + member + " must have 2 to 64 letters, digits or any of +=,.@_-");
        }
        return value;
    }

    private static JsonNode body(Request request) {
        return Json.parse(request.body().text())
                .orElseThrow(() -> new IllegalArgumentException("The body must be JSON"));
    }

    private static Response guarded(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Response.message(400, String.valueOf(e.getMessage()));
        }
    }

    private static Response json(ObjectNode document) {
        return Response.json(200, Json.text(document));
    }
}
