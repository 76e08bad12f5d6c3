package com.lifeverse.local.simulate.reward;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.world.StaffTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Staff who bring the contest to players, and put in force what says that there is progress. */
final class Director {
    private static final String PUBLICATIONS = "/v1/trigger-publications";
    private static final int ATTEMPTS = 60;
    private static final int OVERTAKEN = 409;

    /** Nobody else is at it: who finds it changed has changed it, by an attempt whose answer got lost. */
    private static final Set<Integer> DONE = Set.of(200, 201, 409, 412);

    private final Contest contest;
    private final Stage stage;
    private final Insistence insistence;
    private final String author;
    private final String approver;
    private final List<Violation> surprises = new ArrayList<>();

    Director(Contest contest, Stage stage) {
        this.contest = contest;
        this.stage = stage;
        this.insistence = new Insistence("director", ATTEMPTS, Duration.ofSeconds(10), stage);
        this.author = StaffTokens.issue(stage.stack(), "author", "ann");
        this.approver = StaffTokens.issue(stage.stack(), "approver", "bea");
    }

    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    /** Does all of it, and goes on when it is done. */
    void publish(Runnable then) {
        change(
                "",
                author,
                contest.file().toString(),
                0,
                () -> change(
                        "/approval",
                        approver,
                        "{\"revision\":1}",
                        1,
                        () -> change("/publication", stage.staff("operator"), "{\"revision\":1}", 2, () -> put(then))));
    }

    private void change(String path, String token, String body, int version, Runnable then) {
        var headers = json(token);
        headers.put("if-match", "\"" + version + "\"");
        insistence.send(
                () -> Request.of("PUT", "/v1/live-events/" + Contest.NAME + path, headers, Body.of(body)),
                answer -> answer.ifPresent(response -> served(response, _ -> then.run())));
    }

    private void put(Runnable then) {
        insistence.send(
                () -> Request.of("GET", PUBLICATIONS, Calls.bearer(approver), Body.EMPTY),
                answer -> answer.ifPresent(response -> served(response, current -> {
                    var body = Json.object()
                            .put(
                                    "base",
                                    Calls.json(current).at("/inForce/revision").asText())
                            .put("note", "for the contest");
                    body.putArray("triggers").add(contest.trigger());
                    insistence.send(
                            () -> Request.of("POST", PUBLICATIONS, json(approver), Body.of(body.toString())),
                            posted -> posted.ifPresent(made -> {
                                if (made.status() == OVERTAKEN) {
                                    stage.outside()
                                            .in(Duration.ofSeconds(1), "the director looks again", () -> put(then));
                                } else {
                                    served(made, _ -> then.run());
                                }
                            }));
                })));
    }

    private void served(Response response, Consumer<Response> then) {
        if (DONE.contains(response.status())) {
            then.accept(response);
        } else {
            surprises.add(new Violation(
                    "good-staff-are-served",
                    stage.step(),
                    response.status() + " " + response.body().text()));
        }
    }

    private static Map<String, String> json(String token) {
        var headers = new LinkedHashMap<>(Calls.bearer(token));
        headers.put("content-type", "application/json");
        return headers;
    }
}
