package com.lifeverse.session.gate.lambda;

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
import com.lifeverse.session.gate.CachedGates;
import com.lifeverse.session.gate.GateBoard;
import com.lifeverse.session.gate.GatePolicy;
import com.lifeverse.session.gate.GateSetting;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import java.time.Instant;

/**
 * The gates: {@code GET /v1/gates} for everybody, {@code PUT|DELETE /v1/gates/{gate}} for operators. A change holds for every
 * function within {@link GatePolicy#life}, and needs no deployment.
 */
public final class GateFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final GateBoard board;
    private final CachedGates cached;
    private final GatePolicy caching;
    private final SessionPolicy policy;

    public GateFunction() {
        this(LambdaRuntime.onAws());
    }

    public GateFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "PLAYERS_TABLE");
        this.runtime = runtime;
        this.caching = settings.policy(GatePolicy.class);
        this.policy = settings.policy(SessionPolicy.class);
        this.board = new DynamoGateBoard(runtime.aws().dynamoDb(), settings.text("PLAYERS_TABLE"));
        this.cached = new CachedGates(board, caching);
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/gates" -> GateAnswers.open(cached.current(now), caching, request);
            case "PUT /v1/gates/{gate}" -> set(request, context, now);
            case "DELETE /v1/gates/{gate}" -> open(request, context);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse set(HttpRequest request, Context context, Instant now) {
        log(request, context, "gate-set");
        return GateAnswers.staff(board.set(GateRequest.read(request, policy, now)));
    }

    private HttpResponse open(HttpRequest request, Context context) {
        log(request, context, "gate-opened");
        return GateAnswers.staff(
                board.set(GateSetting.open(request.pathParameter("gate")).orElseThrow(GateRequest::unknown)));
    }

    private static void log(HttpRequest request, Context context, String what) {
        var staff = StaffCaller.operator(request);
        Log.info(context, what, Json.object().put("staff", staff.name()).put("gate", request.pathParameter("gate")));
    }
}
