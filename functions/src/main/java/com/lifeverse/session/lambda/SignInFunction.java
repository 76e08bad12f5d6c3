package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.history.PlainWords;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.SignIn;
import com.lifeverse.session.signin.SignInOutcome;
import com.lifeverse.session.signin.SignInOutcome.Contended;
import com.lifeverse.session.signin.SignInOutcome.KeyReused;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.signin.SignInOutcome.SignedInElsewhere;
import com.lifeverse.session.signin.SignInOutcome.WrongCredential;
import com.lifeverse.session.token.SessionTokens;
import java.time.Instant;

/** Signs a player in: {@code POST /v1/sessions}. */
public final class SignInFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final SignIn signIn;
    private final SessionTokens tokens;
    private final SessionPolicy policy = SessionPolicy.standard();

    public SignInFunction() {
        this(LambdaRuntime.onAws());
    }

    public SignInFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE", "SIGNING_SECRET", "ISSUER", "AUDIENCE");
        var dynamoDb = runtime.aws().dynamoDb();
        var live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        var players = new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"));
        this.runtime = runtime;
        this.signIn = new SignIn(players, live, policy);
        this.tokens = TokenWiring.tokens(runtime, settings, policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var command = SignInRequest.read(request);
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var ids = FreshIds.from(runtime.ids()::next);
        return switch (signIn.handle(command, ids, now)) {
            case SignedIn signedIn ->
                SessionAnswers.signedIn(signedIn, tokens, policy, runtime.ids().next(), now);
            case WrongCredential() ->
                throw new Refused(Problem.WRONG_CREDENTIAL, "Sign in with the credential that the device made.");
            case KeyReused() ->
                throw new Refused(
                        Problem.IDEMPOTENCY_KEY_REUSED, "Send the first body again, or another Idempotency-Key.");
            case SignInOutcome.Banned(var ban) -> throw SessionRefusals.banned(ban);
            case SignedInElsewhere(var platform, var until) ->
                throw new Refused(
                                Problem.SIGNED_IN_ELSEWHERE,
                                "Sign out on %s first, or wait until %s.".formatted(PlainWords.name(platform), until))
                        .with("platform", platform.text())
                        .with("until", until.toString());
            case Contended()
            when command.key().isPresent() ->
                throw new Refused(Problem.REQUEST_IN_PROGRESS, "Ask again with the same key and body.");
            case Contended() ->
                throw new Refused(Problem.TEMPORARILY_UNAVAILABLE, "Too many sign-ins of this player at once.");
        };
    }
}
