package com.lifeverse.session.conduct.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.conduct.Conduct;
import java.time.Instant;

/**
 * What staff do about a player: {@code GET|DELETE /v1/players/{playerId}/sessions}, {@code GET|PUT|DELETE
 * /v1/players/{playerId}/ban}. Viewers look, operators act, and the log says who did what.
 */
public final class ConductFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Conduct conduct;

    public ConductFunction() {
        this(LambdaRuntime.onAws());
    }

    public ConductFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        var live = settings.text("LIVE_TABLE");
        this.runtime = runtime;
        this.conduct = new Conduct(
                new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), live),
                new DynamoLiveSessions(dynamoDb, live),
                settings.policy(SessionPolicy.class));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var playerId = request.pathParameter("playerId");
        return switch (request.routeKey()) {
            case "GET /v1/players/{playerId}/sessions", "GET /v1/players/{playerId}/ban" -> {
                StaffCaller.any(request);
                yield answer(playerId, conduct.look(playerId), now);
            }
            case "DELETE /v1/players/{playerId}/sessions" -> {
                log(request, context, "kick", playerId);
                yield answer(playerId, conduct.kick(playerId, runtime.ids()::next, now), now);
            }
            case "PUT /v1/players/{playerId}/ban" -> {
                log(request, context, "ban", playerId);
                var ban = BanRequest.read(request, now);
                yield answer(playerId, conduct.ban(playerId, ban, runtime.ids()::next, now), now);
            }
            case "DELETE /v1/players/{playerId}/ban" -> {
                log(request, context, "pardon", playerId);
                yield answer(playerId, conduct.pardon(playerId, runtime.ids()::next, now), now);
            }
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private static void log(HttpRequest request, Context context, String what, String playerId) {
        var staff = StaffCaller.operator(request);
        Log.info(context, what, Json.object().put("staff", staff.name()).put("playerId", playerId));
    }

    private static HttpResponse answer(String playerId, Conduct.Outcome outcome, Instant now) {
        return switch (outcome) {
            case Conduct.Outcome.Done(var live) -> StandingAnswer.of(playerId, live, now);
            case Conduct.Outcome.NoSuchPlayer() ->
                throw new Refused(Problem.PLAYER_NOT_FOUND, "No player has ever had this id.");
            case Conduct.Outcome.Contended() ->
                throw new Refused(Problem.TEMPORARILY_UNAVAILABLE, "The player's sessions changed at every attempt.");
        };
    }
}
