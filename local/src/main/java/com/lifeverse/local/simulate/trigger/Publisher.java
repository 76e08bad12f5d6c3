package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** Staff who put triggers in force and take them back; whoever was overtaken looks again. */
final class Publisher {
    private static final String PUBLICATIONS = "/v1/trigger-publications";
    private static final String ROLLBACKS = "/v1/trigger-rollbacks";
    private static final int ATTEMPTS = 60;
    private static final int FINE = 200;
    private static final int OVERTAKEN = 409;

    private final Stage stage;
    private final Insistence insistence;
    private final String approver;
    private final String operator;
    private final List<Violation> surprises = new ArrayList<>();

    Publisher(Stage stage) {
        this.stage = stage;
        this.insistence = new Insistence("staff", ATTEMPTS, Duration.ofSeconds(20), stage);
        this.approver = stage.staff("approver");
        this.operator = stage.staff("operator");
    }

    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    /** Puts these in force, and goes on when they are. */
    void publish(List<? extends JsonNode> triggers, Runnable then) {
        inForce(current -> {
            var body =
                    Json.object().put("base", current.path("revision").asText()).put("note", "as drawn");
            body.putArray("triggers").addAll(triggers);
            send(PUBLICATIONS, approver, body.toString(), () -> publish(triggers, then), then);
        });
    }

    /** Puts in force what was published first, and goes on when it is. */
    void rollBack(Runnable then) {
        inForce(current -> {
            var body =
                    Json.object().put("base", current.path("revision").asText()).put("publication", 1);
            send(ROLLBACKS, operator, body.toString(), () -> rollBack(then), then);
        });
    }

    private void inForce(Consumer<JsonNode> then) {
        insistence.send(
                () -> Request.of("GET", PUBLICATIONS, Calls.bearer(approver), Body.EMPTY),
                answer -> answer.filter(this::isFine)
                        .ifPresent(response -> then.accept(Calls.json(response).path("inForce"))));
    }

    private void send(String path, String token, String body, Runnable again, Runnable then) {
        var headers = new LinkedHashMap<>(Calls.bearer(token));
        headers.put("content-type", "application/json");
        insistence.send(
                () -> Request.of("POST", path, headers, Body.of(body)),
                answer -> answer.ifPresent(response -> {
                    if (response.status() == OVERTAKEN) {
                        stage.outside().in(Duration.ofSeconds(1), "staff look again", again);
                    } else if (isFine(response)) {
                        then.run();
                    }
                }));
    }

    private boolean isFine(Response response) {
        if (response.status() != FINE) {
            surprises.add(new Violation(
                    "good-staff-are-served",
                    stage.step(),
                    response.status() + " " + response.body().text()));
        }
        return response.status() == FINE;
    }
}
