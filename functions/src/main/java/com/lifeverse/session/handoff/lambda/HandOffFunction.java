package com.lifeverse.session.handoff.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.aws.DynamoAllowances;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.RateLimit;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.QuotaPolicy;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.aws.DynamoHandOffCodes;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.gate.CachedGates;
import com.lifeverse.session.gate.GatePolicy;
import com.lifeverse.session.gate.Passage;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import com.lifeverse.session.gate.lambda.GateRefusals;
import com.lifeverse.session.handoff.HandOff;
import com.lifeverse.session.handoff.HandOff.Offer;
import com.lifeverse.session.handoff.HandOff.Taking;
import com.lifeverse.session.handoff.HandOffCodes;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.lambda.SessionAnswers;
import com.lifeverse.session.lambda.SessionRefusals;
import com.lifeverse.session.lambda.TokenWiring;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.token.SessionTokens;
import java.time.Instant;

/**
 * Goes on elsewhere: {@code POST /v1/sessions/{sid}/hand-off-codes} on the device that has the session, {@code POST
 * /v1/hand-offs} on the one that gets it. The code is all the authority that the second needs.
 */
public final class HandOffFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final HandOffCodes kept;
    private final LiveSessions live;
    private final SessionTokens tokens;
    private final RateLimit codes;
    private final CachedGates gates;
    private final SessionPolicy policy;

    public HandOffFunction() {
        this(LambdaRuntime.onAws());
    }

    public HandOffFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(),
                "LIVE_TABLE",
                "PLAYERS_TABLE",
                "QUEUE_TABLE",
                "SIGNING_SECRET",
                "ISSUER",
                "AUDIENCE");
        this.policy = settings.policy(SessionPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        this.kept = new DynamoHandOffCodes(dynamoDb, settings.text("PLAYERS_TABLE"));
        this.runtime = runtime;
        this.live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        this.codes = new RateLimit(
                new DynamoAllowances(dynamoDb, settings.text("QUEUE_TABLE")),
                settings.policy(QuotaPolicy.class).handOffCodes());
        this.gates = new CachedGates(
                new DynamoGateBoard(dynamoDb, settings.text("PLAYERS_TABLE")), settings.policy(GatePolicy.class));
        this.tokens = TokenWiring.tokens(runtime, settings, policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "POST /v1/sessions/{sid}/hand-off-codes" ->
                codes.within(caller(request), now, () -> offer(request, now));
            case "POST /v1/hand-offs" -> take(request, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse offer(HttpRequest request, Instant now) {
        var bearer = PlayerCaller.bearer(request);
        var handOff = new HandOff(kept, live, policy);
        return switch (handOff.offer(bearer, request.pathParameter("sid"), runtime.ids()::next, now)) {
            case Offer.Offered(var code, var expiresAt) ->
                HttpResponse.json(201, Json.object().put("code", code).put("expiresAt", expiresAt.toString()))
                        .with("cache-control", "no-store");
            case Offer.NotFound() ->
                throw new Refused(Problem.SESSION_NOT_FOUND, "The access token is of another session.");
            case Offer.Ended(var why) -> throw SessionRefusals.of(why);
        };
    }

    private static String caller(HttpRequest request) {
        return Sha256.brief("quota", PlayerCaller.playerId(request));
    }

    private HttpResponse take(HttpRequest request, Instant now) {
        var asked = HandOffRequest.read(request);
        var in = gates.current(now);
        var barred = GateRefusals.of(Passage.toTakeOver(in, asked.client(), now), now);
        if (barred.isPresent()) {
            throw barred.get();
        }
        var handOff = new HandOff(kept, live, in.leasing(policy));
        return switch (handOff.take(asked.code(), asked.client(), runtime.ids()::next, now)) {
            case Taking.Taken(var signedIn) ->
                SessionAnswers.signedIn(signedIn, tokens, policy, runtime.ids().next(), now);
            case Taking.Invalid() ->
                throw new Refused(Problem.INVALID_HAND_OFF_CODE, "Ask for a new code on the device that plays.");
            case Taking.Banned(var ban) -> throw SessionRefusals.banned(ban);
            case Taking.Contended() ->
                throw new Refused(Problem.TEMPORARILY_UNAVAILABLE, "The session changed at every attempt.");
        };
    }
}
