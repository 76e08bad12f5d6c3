package com.lifeverse.local.simulate.reward;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.client.ServerKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Tells of matches, often again under the same name. */
final class Referee {
    private static final int ATTEMPTS = 40;
    private static final int ACCEPTED = 202;

    private final Stage stage;
    private final Insistence insistence;
    private final ServerKey key;
    private final Set<String> sent = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();

    Referee(Stage stage) {
        this.stage = stage;
        this.insistence = new Insistence("referee", ATTEMPTS, Duration.ofSeconds(10), stage);
        this.key = new ServerKey("referee", stage);
    }

    /** Tells of a player's match. */
    void tell(String playerId, int number) {
        var match = playerId + "-" + number;
        var body = Json.object()
                .put("type", "match.ended.v1")
                .put("playerId", playerId)
                .put("deduplicationId", "match-" + number + "-of-" + playerId.substring(playerId.length() - 12))
                .put("time", stage.now().toString());
        body.putObject("payload")
                .put("matchId", "match-" + number)
                .put("mode", "duel")
                .put("outcome", "loss")
                .put("durationSeconds", 300);
        sent.add(match);
        tell(match, body.toString());
        if (stage.chance(0.3)) {
            stage.outside()
                    .in(
                            stage.between(Duration.ZERO, Duration.ofMinutes(3)),
                            "it is told again",
                            () -> tell(match, body.toString()));
        }
    }

    /** How many matches of a player may have been heard of. */
    long sent(String playerId) {
        return of(sent, playerId);
    }

    /** How many the API said that it has taken. */
    long accepted(String playerId) {
        return of(accepted, playerId);
    }

    private static long of(Set<String> matches, String playerId) {
        return matches.stream()
                .filter(match -> match.startsWith(playerId + "-"))
                .count();
    }

    private void tell(String match, String body) {
        insistence.send(
                () -> key.telling(body),
                answer ->
                        answer.filter(response -> response.status() == ACCEPTED).ifPresent(_ -> accepted.add(match)));
    }
}
