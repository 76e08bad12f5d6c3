package com.lifeverse.session.conduct.lambda;

import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a player stands, as staff see it. */
final class StandingAnswer {
    private StandingAnswer() {}

    static HttpResponse of(String playerId, Optional<LivePlayer> live, Instant now) {
        var standing = live.map(LivePlayer::standing).orElse(Standing.CLEAR);
        var json = Json.object().put("playerId", playerId).put("tokenEpoch", standing.tokenEpoch());
        standing.ban().filter(ban -> ban.inForce(now)).ifPresent(ban -> {
            var each = json.putObject("ban")
                    .put("reason", ban.reason())
                    .put("since", ban.since().toString());
            ban.until().ifPresent(until -> each.put("until", until.toString()));
        });
        var sessions = json.putArray("sessions");
        for (var session : live.map(LivePlayer::sessions).orElse(List.of())) {
            sessions.addObject()
                    .put("sessionId", session.id())
                    .put("platform", session.client().platform().text())
                    .put("clientVersion", session.client().version())
                    .put("startedAt", session.startedAt().toString())
                    .put("renewAt", session.renewAt().toString());
        }
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }
}
