package com.lifeverse.session.queue.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.queue.Privileges;
import com.lifeverse.session.queue.aws.DynamoPrivileges;
import com.lifeverse.session.signin.Players;
import java.time.Instant;
import java.util.Optional;

/**
 * Who waits in the queue's lane of precedence: {@code PUT|DELETE /v1/players/{playerId}/precedence}. Operators say so, and the
 * log says who did.
 */
public final class PrecedenceFunction extends HttpFunction {
    private static final int BODY_LIMIT = 1024;

    private final LambdaRuntime runtime;
    private final Players players;
    private final Privileges privileges;

    public PrecedenceFunction() {
        this(LambdaRuntime.onAws());
    }

    public PrecedenceFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "PLAYERS_TABLE", "LIVE_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        this.runtime = runtime;
        this.players = new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"));
        this.privileges = new DynamoPrivileges(dynamoDb, settings.text("PLAYERS_TABLE"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.routeKey()) {
            case "PUT /v1/players/{playerId}/precedence" -> give(request, context);
            case "DELETE /v1/players/{playerId}/precedence" -> take(request, context);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse give(HttpRequest request, Context context) {
        var playerId = known(request, context, "precedence-given");
        privileges.give(playerId, until(request));
        return HttpResponse.empty(204);
    }

    private HttpResponse take(HttpRequest request, Context context) {
        privileges.take(known(request, context, "precedence-taken"));
        return HttpResponse.empty(204);
    }

    private String known(HttpRequest request, Context context, String what) {
        var staff = StaffCaller.operator(request);
        var playerId = request.pathParameter("playerId");
        if (!players.exists(playerId)) {
            throw new Refused(Problem.PLAYER_NOT_FOUND, "No player has ever had this id.");
        }
        Log.info(context, what, Json.object().put("staff", staff.name()).put("playerId", playerId));
        return playerId;
    }

    private Optional<Instant> until(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var body = Fields.of(request.body(BODY_LIMIT)).only("until");
        var until = body.optionalTime("until");
        if (until.filter(time -> !time.isAfter(now)).isPresent()) {
            body.violate("until", "must be later than now");
        }
        body.check();
        return until;
    }
}
