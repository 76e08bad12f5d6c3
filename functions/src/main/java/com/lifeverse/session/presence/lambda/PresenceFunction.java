package com.lifeverse.session.presence.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.Platform;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.presence.Availability;
import com.lifeverse.session.presence.PresencePolicy;
import com.lifeverse.session.presence.Presences;
import com.lifeverse.session.presence.Statement;
import com.lifeverse.session.presence.aws.DynamoLookout;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code PUT /v1/presence} says how the caller is, {@code GET /v1/presence?players=} how up to 100 others are. */
public final class PresenceFunction extends HttpFunction {
    private static final int BODY_LIMIT = 16 * 1024;
    private static final Pattern PLAYER =
            Pattern.compile("ply_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final LambdaRuntime runtime;
    private final Presences presences;
    private final LiveCaller callers;
    private final PresencePolicy policy;

    public PresenceFunction() {
        this(LambdaRuntime.onAws());
    }

    public PresenceFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "NOTICES_TABLE", "PLAYERS_TABLE");
        this.policy = settings.policy(PresencePolicy.class);
        var tables = new DynamoLookout.Tables(
                settings.text("LIVE_TABLE"), settings.text("NOTICES_TABLE"), settings.text("PLAYERS_TABLE"));
        var sessions = settings.policy(SessionPolicy.class);
        this.runtime = runtime;
        this.callers = LiveCaller.of(runtime);
        this.presences = new Presences(new DynamoLookout(runtime.aws().dynamoDb(), tables, sessions), sessions);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "PUT /v1/presence" -> say(request, now);
            case "GET /v1/presence" -> see(request, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse say(HttpRequest request, Instant now) {
        var bearer = callers.bearer(request, now);
        var body = Fields.of(request.body(BODY_LIMIT)).only("availability", "status");
        var availability = body.choice("availability", Availability.statements());
        var status = body.json().has("status") ? body.text("status", 0, policy.status()) : "";
        body.check();
        var statement = new Statement(bearer.sessionId(), Availability.of(availability), status);
        presences.say(bearer.playerId(), statement, runtime.ids()::next, now);
        return HttpResponse.empty(204);
    }

    private HttpResponse see(HttpRequest request, Instant now) {
        var json = Json.object();
        var players = json.putArray("players");
        for (var presence : presences.see(PlayerCaller.playerId(request), asked(request), now)) {
            var player = players.addObject()
                    .put("playerId", presence.playerId())
                    .put("availability", presence.availability().text());
            presence.platform()
                    .map(Platform::text)
                    .ifPresent(platform -> player.put("platform", platform).put("status", presence.status()));
        }
        var headers = Map.of("content-type", "application/json", "cache-control", "no-store");
        return new HttpResponse(200, headers, Json.write(json));
    }

    private List<String> asked(HttpRequest request) {
        var players = Arrays.stream(request.queryParameter("players").orElse("").split(",", -1))
                .distinct()
                .toList();
        if (players.size() > policy.players()
                || !players.stream().allMatch(player -> PLAYER.matcher(player).matches())) {
            var violation =
                    new Violation("players", "must be 1 to " + policy.players() + " ids of players, commas between");
            throw new Refused(
                    Problem.INVALID_REQUEST, "See the violations: each names a parameter.", List.of(violation));
        }
        return players;
    }
}
