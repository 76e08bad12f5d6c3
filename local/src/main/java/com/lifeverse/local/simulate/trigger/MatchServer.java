package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.client.ServerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells of matches: in bursts, hours late, in any order, again under the same name, and the same match under another. */
final class MatchServer {
    private static final List<String> OUTCOMES = List.of("win", "win", "loss", "draw");
    private static final List<String> MODES = List.of("duel", "ranked", "co-op");
    private static final int ATTEMPTS = 40;
    private static final int ACCEPTED = 202;
    private static final Duration LATEST = Duration.ofHours(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(3);
    private static final int BURST = 3;

    private final List<String> players;
    private final Stage stage;
    private final Insistence insistence;
    private final ServerKey key;
    /** No two matches end in the same second: which of them came first would be anybody's guess. */
    private final Set<Instant> taken = new HashSet<>();

    private final List<String> accepted = new ArrayList<>();
    private final List<Violation> surprises = new ArrayList<>();
    private boolean calm;
    private int matches;

    MatchServer(List<String> players, Stage stage) {
        this.players = players;
        this.stage = stage;
        this.insistence = new Insistence("server", ATTEMPTS, Duration.ofSeconds(40), stage);
        this.key = new ServerKey("server", stage);
    }

    void begin() {
        if (!calm) {
            int burst = stage.chance(0.5) ? 1 : 1 + stage.random().nextInt(BURST);
            for (int at = 0; at < burst; at++) {
                match();
            }
            stage.outside().in(stage.between(Duration.ofSeconds(20), LONGEST_PAUSE), "a match ends", this::begin);
        }
    }

    void calm() {
        calm = true;
    }

    /** The ids of all events that the API said it has taken. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    private void match() {
        var late = stage.chance(0.3) ? stage.between(Duration.ZERO, LATEST) : Duration.ZERO;
        var ended = Memory.second(stage.now().minus(late));
        while (!taken.add(ended)) {
            ended = ended.minusSeconds(1);
        }
        matches++;
        var name = "match-" + (stage.chance(0.1) ? Math.max(1, matches - 2) : matches);
        var player = players.get(stage.random().nextInt(players.size()));
        var body = Json.object()
                .put("type", "match.ended.v1")
                .put("playerId", player)
                .put("deduplicationId", "telling-" + matches)
                .put("time", ended.toString());
        body.putObject("payload")
                .put("matchId", name)
                .put("mode", MODES.get(stage.random().nextInt(MODES.size())))
                .put("outcome", OUTCOMES.get(stage.random().nextInt(OUTCOMES.size())))
                .put("durationSeconds", 60 + stage.random().nextInt(500));
        tell(body.toString());
        if (stage.chance(0.2)) {
            stage.outside()
                    .in(stage.between(Duration.ZERO, LONGEST_PAUSE), "it is told again", () -> tell(body.toString()));
        }
    }

    private void tell(String body) {
        insistence.send(() -> key.telling(body), answer -> answer.ifPresent(this::told));
    }

    private void told(Response response) {
        if (response.status() == ACCEPTED) {
            accepted.add(Calls.json(response).path("eventId").asText());
        } else {
            surprises.add(new Violation(
                    "good-clients-are-served",
                    stage.step(),
                    response.status() + " " + response.body().text()));
        }
    }
}
