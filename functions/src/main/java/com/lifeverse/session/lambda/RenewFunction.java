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
import com.lifeverse.session.history.HistoricEnds;
import com.lifeverse.session.history.aws.DynamoHistory;
import com.lifeverse.session.renew.Renew;
import com.lifeverse.session.renew.RenewOutcome.Ended;
import com.lifeverse.session.renew.RenewOutcome.Expired;
import com.lifeverse.session.renew.RenewOutcome.Renewed;
import com.lifeverse.session.renew.RenewOutcome.Reused;
import com.lifeverse.session.token.RefreshToken;
import com.lifeverse.session.token.SessionTokens;
import com.lifeverse.session.token.SessionTokens.AccessToken;
import java.time.Instant;
import java.util.Optional;

/** Renews a session: {@code POST /v1/sessions/{sid}/renew}. The refresh token in the body is all the authority it needs. */
public final class RenewFunction extends HttpFunction {
    private static final int BODY_LIMIT = 2048;

    private final LambdaRuntime runtime;
    private final Renew renew;
    private final SessionTokens tokens;

    public RenewFunction() {
        this(LambdaRuntime.onAws());
    }

    public RenewFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(), "LIVE_TABLE", "HISTORY_TABLE", "SIGNING_SECRET", "ISSUER", "AUDIENCE");
        var policy = SessionPolicy.standard();
        var live = new DynamoLiveSessions(runtime.aws().dynamoDb(), settings.text("LIVE_TABLE"));
        this.runtime = runtime;
        var history = new DynamoHistory(runtime.aws().dynamoDb(), settings.text("HISTORY_TABLE"));
        this.renew = new Renew(live, new HistoricEnds(history, policy), policy);
        this.tokens = TokenWiring.tokens(runtime, settings, policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var token = token(request, now);
        return switch (renew.handle(token, runtime.ids()::next, now)) {
            case Renewed renewed ->
                SessionAnswers.renewed(renewed, tokens.seal(renewed.successor(), now), access(renewed, now));
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
