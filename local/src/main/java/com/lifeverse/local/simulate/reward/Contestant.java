package com.lifeverse.local.simulate.reward;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A player who claims whatever there may be, again and again, and most of all when the contest is over. */
final class Contestant {
    private static final int ATTEMPTS = 40;
    private static final int SIGNED_IN = 201;

    /** What a claim may be answered with: taken, not in, not reached, and over. */
    private static final Set<Integer> FAIR = Set.of(200, 404, 409, 410);

    private final String name;
    private final Contest contest;
    private final Stage stage;
    private final Insistence insistence;
    private final List<Violation> surprises = new ArrayList<>();
    private String playerId = "";
    private String token = "";
    private int visits;
    private int taken;

    Contestant(String name, Contest contest, Stage stage) {
        this.name = name;
        this.contest = contest;
        this.stage = stage;
        this.insistence = new Insistence(name, ATTEMPTS, Duration.ofSeconds(10), stage);
    }

    /** Empty before they have come for the first time. */
    String playerId() {
        return playerId;
    }

    /** How many claims were answered as taken, the same ones again included. */
    int taken() {
        return taken;
    }

    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    /** Comes, and goes on when they are in. */
    void come(Runnable then) {
        var key = Optional.of(name + "-" + ++visits);
        insistence.send(
                () -> Calls.signIn(name, key),
                answer -> answer.filter(this::isIn).ifPresent(response -> {
                    playerId = Calls.json(response).path("playerId").asText();
                    token = Calls.json(response).path("accessToken").asText();
                    then.run();
                }));
    }

    /** Claims every tier, perhaps twice at once, within that time. */
    void claim(Duration within) {
        for (int tier : Contest.TIERS.keySet()) {
            int times = stage.chance(0.3) ? 2 : 1;
            for (int time = 0; time < times; time++) {
                stage.outside().in(stage.between(Duration.ZERO, within), name + " claims", () -> claim(tier));
            }
        }
    }

    private void claim(int tier) {
        var headers = new LinkedHashMap<>(Calls.bearer(token));
        headers.put("content-type", "application/json");
        var body = "{\"occurrence\":\"%s\",\"tier\":%d}".formatted(contest.occurrence(), tier);
        insistence.send(
                () -> Request.of("POST", "/v1/live-events/" + Contest.NAME + "/claims", headers, Body.of(body)),
                answer -> answer.ifPresent(response -> {
                    taken += response.status() == 200 ? 1 : 0;
                    if (!FAIR.contains(response.status())) {
                        surprised(response);
                    }
                }));
    }

    private boolean isIn(Response response) {
        if (response.status() != SIGNED_IN) {
            surprised(response);
        }
        return response.status() == SIGNED_IN;
    }

    private void surprised(Response response) {
        surprises.add(new Violation(
                "good-clients-are-served",
                stage.step(),
                name + " got " + response.status() + " " + response.body().text()));
    }
}
