package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.client.ServerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells how matches ended: often late, sometimes again, and until it is heard. */
final class GameServer {
    private static final List<String> OUTCOMES = List.of("win", "win", "win", "loss", "draw");
    private static final int ATTEMPTS = 40;
    private static final int ACCEPTED = 202;
    private static final Duration LATEST = Duration.ofHours(10);
    /** The API takes nothing that is more than a day old. */
    private static final Duration TOO_LATE = Duration.ofHours(22);

    private static final double LATE = 0.2;
    private static final double AGAIN = 0.25;

    private final String name;
    private final Pace pace;
    private final Roster roster;
    private final Stage stage;
    private final Insistence insistence;
    private final ServerKey key;
    private final List<Violation> surprises = new ArrayList<>();
    private boolean calm;
    private int matches;

    GameServer(String name, Pace pace, Roster roster, Stage stage) {
        this.name = name;
        this.pace = pace;
        this.roster = roster;
        this.stage = stage;
        this.insistence = new Insistence(name, ATTEMPTS, Duration.ofMinutes(1), stage);
        this.key = new ServerKey(name, stage);
    }

    void begin() {
        stage.outside().in(stage.between(Duration.ofSeconds(10), pace.match()), name + " ends a match", this::match);
    }

    /** No more matches; what was not heard yet is still told. */
    void calm() {
        calm = true;
    }

    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    private void match() {
        if (calm) {
            return;
        }
        for (var player : roster.ids()) {
            if (stage.chance(0.6)) {
                var late = stage.chance(LATE) ? stage.between(Duration.ZERO, LATEST) : Duration.ZERO;
                var happened = stage.now().minus(late);
                tell(event(player, happened), happened);
            }
        }
        begin();
    }

    private String event(String player, Instant happened) {
        var outcome = OUTCOMES.get(stage.random().nextInt(OUTCOMES.size()));
        var match = name + "-match-" + ++matches;
        var body = Json.object()
                .put("type", "match.ended.v1")
                .put("playerId", player)
                .put("deduplicationId", match)
                .put("time", happened.toString());
        body.putObject("payload")
                .put("matchId", match)
                .put("mode", "duel")
                .put("outcome", outcome)
                .put("durationSeconds", 300);
        return body.toString();
    }

    private void tell(String body, Instant happened) {
        insistence.send(
                () -> key.telling(body), answer -> answer.ifPresent(response -> told(response, body, happened)));
    }

    private void told(Response response, String body, Instant happened) {
        if (response.status() != ACCEPTED) {
            surprises.add(Violation.inTheEnd(
                    "good-clients-are-served",
                    name + " got " + response.status() + " " + response.body().text()));
            return;
        }
        // A server that is not sure, or was restarted, tells what it has told before.
        var pause = stage.between(Duration.ZERO, pace.sleep()).dividedBy(4);
        if (stage.chance(AGAIN) && stage.now().plus(pause).isBefore(happened.plus(TOO_LATE))) {
            stage.outside().in(pause, name + " repeats", () -> tell(body, happened));
        }
    }
}
