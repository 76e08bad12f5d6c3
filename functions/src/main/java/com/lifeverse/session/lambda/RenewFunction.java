package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.gate.CachedGates;
import com.lifeverse.session.gate.GatePolicy;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import com.lifeverse.session.history.HistoricEnds;
import com.lifeverse.session.history.aws.DynamoHistory;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.renew.Renew;
import com.lifeverse.session.renew.RenewOutcome.Ended;
import com.lifeverse.session.renew.RenewOutcome.Expired;
import com.lifeverse.session.renew.RenewOutcome.Renewed;
import com.lifeverse.session.renew.RenewOutcome.Reused;
import com.lifeverse.session.timeline.CachedTimeline;
import com.lifeverse.session.timeline.TimelinePolicy;
import com.lifeverse.session.timeline.aws.DynamoTimeline;
import com.lifeverse.session.token.RefreshToken;
import com.lifeverse.session.token.SessionTokens;
import com.lifeverse.session.token.SessionTokens.AccessToken;
import java.time.Instant;
import java.util.Optional;

/** Renews a session: {@code POST /v1/sessions/{sid}/renew}. The refresh token in the body is all the authority it needs. */
public final class RenewFunction extends HttpFunction {
    private static final int BODY_LIMIT = 2048;

    private final LambdaRuntime runtime;
    private final LiveSessions live;
    private final HistoricEnds ends;
    private final SessionPolicy policy;
    private final CachedGates gates;
    private final CachedTimeline timeline;
    private final SessionTokens tokens;

    public RenewFunction() {
        this(LambdaRuntime.onAws());
    }

    public RenewFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(),
                "LIVE_TABLE",
                "PLAYERS_TABLE",
                "HISTORY_TABLE",
                "SIGNING_SECRET",
                "ISSUER",
                "AUDIENCE");
        this.policy = settings.policy(SessionPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        var players = settings.text("PLAYERS_TABLE");
        this.live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        this.gates = new CachedGates(new DynamoGateBoard(dynamoDb, players), settings.policy(GatePolicy.class));
        this.timeline =
                new CachedTimeline(new DynamoTimeline(dynamoDb, players), settings.policy(TimelinePolicy.class));
        this.ends = new HistoricEnds(new DynamoHistory(dynamoDb, settings.text("HISTORY_TABLE")), policy);
        this.runtime = runtime;
        this.tokens = TokenWiring.tokens(runtime, settings, policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var token = token(request, now);
        var renew = new Renew(live, ends, gates.current(now).leasing(policy));
        return switch (renew.handle(token, runtime.ids()::next, now)) {
            case Renewed renewed ->
                SessionAnswers.renewed(
                        renewed, tokens.seal(renewed.successor(), now), access(renewed, now), timeline.version(now));
            case Expired() -> throw new Refused(Problem.REFRESH_TOKEN_EXPIRED, "Its sign-in is too long ago.");
            case Ended(var why) -> throw SessionRefusals.of(why);
            case Reused() ->
                throw new Refused(Problem.REFRESH_TOKEN_REUSED, "Someone may have a copy of it; sign in again.");
        };
    }

    private RefreshToken token(HttpRequest request, Instant now) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("refreshToken");
        var text = body.text("refreshToken", 1, 512);
        body.check();
        return tokens.open(text, now)
                .filter(token -> token.sessionId().equals(request.pathParameter("sid")))
                .orElseThrow(() -> new Refused(
                        Problem.INVALID_REFRESH_TOKEN, "Send the token that the last answer for this session gave."));
    }

    private Optional<AccessToken> access(Renewed renewed, Instant now) {
        if (!renewed.accessTokenDue()) {
            return Optional.empty();
        }
        var token = renewed.successor();
        return Optional.of(tokens.sign(
                token.playerId(),
                token.sessionId(),
                token.generation(),
                renewed.tokenEpoch(),
                renewed.client(),
                runtime.ids().next(),
                now));
    }
}
