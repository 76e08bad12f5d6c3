package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.gate.CachedGates;
import com.lifeverse.session.gate.Passage;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import com.lifeverse.session.gate.lambda.GateRefusals;
import com.lifeverse.session.history.PlainWords;
import com.lifeverse.session.queue.lambda.QueueWiring;
import com.lifeverse.session.queue.lambda.Tickets;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.SignIn;
import com.lifeverse.session.signin.SignInOutcome;
import com.lifeverse.session.signin.SignInOutcome.Contended;
import com.lifeverse.session.signin.SignInOutcome.KeyReused;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.signin.SignInOutcome.SignedInElsewhere;
import com.lifeverse.session.signin.SignInOutcome.TooManyAttempts;
import com.lifeverse.session.signin.SignInOutcome.WrongCredential;
import com.lifeverse.session.token.SessionTokens;
import java.time.Instant;

/** Signs a player in: {@code POST /v1/sessions}. */
public final class SignInFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final SignIn signIn;
    private final SessionTokens tokens;
    private final CachedGates gates;
    private final CredentialFields credentials;
    private final Tickets tickets;
    private final SessionPolicy policy;

    public SignInFunction() {
        this(LambdaRuntime.onAws());
    }

    public SignInFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(),
                "LIVE_TABLE",
                "PLAYERS_TABLE",
                "SIGNING_SECRET",
                "ISSUER",
                "AUDIENCE",
                "IDENTITY_PROVIDERS",
                "QUEUE_TABLE");
        this.policy = settings.policy(SessionPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        var live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        var players = new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"));
        this.runtime = runtime;
        this.signIn = new SignIn(players, live, policy);
        this.credentials = CredentialFields.configured(settings);
        this.gates = new CachedGates(new DynamoGateBoard(dynamoDb, settings.text("PLAYERS_TABLE")));
        this.tokens = TokenWiring.tokens(runtime, settings, policy);
        this.tickets = new Tickets(tokens, QueueWiring.turnstile(dynamoDb, settings));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var asked = SignInRequest.read(request);
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var command = asked.by(passed(asked, now));
        var ids = FreshIds.from(runtime.ids()::next);
        return switch (signIn.handle(command, ids, now)) {
            case SignedIn signedIn ->
                SessionAnswers.signedIn(signedIn, tokens, policy, runtime.ids().next(), now);
            case WrongCredential(var failures) ->
                throw policy.wrongCredentials()
                        .on(
                                new Refused(
                                        Problem.WRONG_CREDENTIAL,
                                        "Sign in with the credential that belongs to the identity."),
                                failures,
                                now);
            case TooManyAttempts(var failures) ->
                throw policy.wrongCredentials()
                        .on(
                                new Refused(
                                                Problem.TOO_MANY_ATTEMPTS,
                                                "Too many wrong credentials came for this identity.")
                                        .with("action", "wait"),
                                failures,
                                now);
            case KeyReused() ->
                throw new Refused(
                        Problem.IDEMPOTENCY_KEY_REUSED, "Send the first body again, or another Idempotency-Key.");
            case SignInOutcome.Banned(var ban) -> throw SessionRefusals.banned(ban);
            case SignInOutcome.Erasing() -> throw SessionRefusals.erasing();
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

    /** Who signs in, proved, and past all gates. */
    private Credential passed(SignInRequest asked, Instant now) {
        var passage = Passage.of(gates.current(now), asked.client(), now);
        if (passage instanceof Passage.Queueing(var admission)) {
            var credential = credentials.proved(asked.claimed(), now);
            var attempt = asked.by(credential)
                    .mark()
                    .map(IdempotencyMark::key)
                    .orElseGet(() -> runtime.ids().next().toString());
            tickets.admit(asked.queueTicket(), credential, attempt, admission, now);
            return credential;
        }
        var refused = GateRefusals.of(passage, now);
        if (refused.isPresent()) {
            throw refused.get();
        }
        return credentials.proved(asked.claimed(), now);
    }
}
