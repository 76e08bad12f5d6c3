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
import com.lifeverse.session.gate.GatePolicy;
import com.lifeverse.session.gate.Gates;
import com.lifeverse.session.gate.Passage;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import com.lifeverse.session.gate.lambda.GateRefusals;
import com.lifeverse.session.history.HistoricEnds;
import com.lifeverse.session.history.PlainWords;
import com.lifeverse.session.history.aws.DynamoHistory;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.queue.Knock;
import com.lifeverse.session.queue.lambda.QueueRefusals;
import com.lifeverse.session.queue.lambda.QueueWiring;
import com.lifeverse.session.queue.lambda.Tickets;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.Players;
import com.lifeverse.session.signin.SignIn;
import com.lifeverse.session.signin.SignInCommand;
import com.lifeverse.session.signin.SignInOutcome;
import com.lifeverse.session.signin.SignInOutcome.Contended;
import com.lifeverse.session.signin.SignInOutcome.KeyReused;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.signin.SignInOutcome.SignedInElsewhere;
import com.lifeverse.session.signin.SignInOutcome.TooManyAttempts;
import com.lifeverse.session.signin.SignInOutcome.WrongCredential;
import com.lifeverse.session.token.SessionTokens;
import java.time.Instant;
import java.util.Optional;

/** Signs a player in: {@code POST /v1/sessions}. */
public final class SignInFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Players players;
    private final LiveSessions live;
    private final HistoricEnds ends;
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
                "HISTORY_TABLE",
                "PLAYERS_TABLE",
                "SIGNING_SECRET",
                "ISSUER",
                "AUDIENCE",
                "IDENTITY_PROVIDERS",
                "QUEUE_TABLE");
        this.policy = settings.policy(SessionPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        this.live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        this.players = new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"));
        this.runtime = runtime;
        this.ends = new HistoricEnds(new DynamoHistory(dynamoDb, settings.text("HISTORY_TABLE")), policy);
        this.credentials = CredentialFields.configured(settings);
        this.gates = new CachedGates(
                new DynamoGateBoard(dynamoDb, settings.text("PLAYERS_TABLE")), settings.policy(GatePolicy.class));
        this.tokens = TokenWiring.tokens(runtime, settings, policy);
        this.tickets = new Tickets(tokens, QueueWiring.turnstile(dynamoDb, settings));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var asked = SignInRequest.read(request);
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var command = asked.by(credentials.proved(asked.claimed(), now));
        var ids = FreshIds.from(runtime.ids()::next);
        var signIn = new SignIn(players, live, ends, gates.current(now).leasing(policy));
        return switch (signIn.handle(command, ids, (coming, resumes) -> enter(asked, coming, resumes, now), now)) {
            case SignedIn signedIn ->
                SessionAnswers.signedIn(signedIn, tokens, policy, runtime.ids().next(), now);
            case WrongCredential(var failures) -> throw CredentialRefusals.wrong(failures, policy, now);
            case TooManyAttempts(var failures) -> throw CredentialRefusals.tooMany(failures, policy, now);
            case SignInOutcome.Barred(var by) ->
                throw GateRefusals.of(by, now)
                        .orElseThrow(() -> new IllegalStateException("A gate that is open bars nobody"));
            case SignInOutcome.Queued(var knock) -> throw QueueRefusals.of(knock);
            case KeyReused() ->
                throw new Refused(
                        Problem.IDEMPOTENCY_KEY_REUSED, "Send the first body again, or another Idempotency-Key.");
            case SignInOutcome.Banned(var ban) -> throw SessionRefusals.banned(ban);
            case SignInOutcome.Erasing() -> throw SessionRefusals.erasing();
            case SignInOutcome.Over(var why) -> throw SessionRefusals.of(why).with("action", "sign-in");
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

    /** The gates as they stand, then the queue if there is one. */
    private Optional<SignInOutcome> enter(SignInRequest asked, SignInCommand command, boolean resumes, Instant now) {
        var in = gates.current(now);
        var passage = resumes ? Passage.toResume(in, command.client(), now) : Passage.of(in, command.client(), now);
        return switch (passage) {
            case Passage.Open() -> Optional.empty();
            case Passage.Queueing(var admission) -> queue(asked, command, admission, now);
            case Passage.TooOld by -> Optional.of(new SignInOutcome.Barred(by));
            case Passage.Closed by -> Optional.of(new SignInOutcome.Barred(by));
            case Passage.Draining by -> Optional.of(new SignInOutcome.Barred(by));
        };
    }

    private Optional<SignInOutcome> queue(
            SignInRequest asked, SignInCommand command, Gates.Admission admission, Instant now) {
        var ticket = asked.queueTicket().flatMap(text -> tickets.of(text, command.credential(), now));
        if (asked.queueTicket().isPresent() && ticket.isEmpty()) {
            throw new Refused(Problem.INVALID_QUEUE_TICKET, "Take a ticket for this identity.");
        }
        var attempt = command.mark()
                .map(IdempotencyMark::key)
                .orElseGet(() -> runtime.ids().next().toString());
        var knock = tickets.knock(ticket, attempt, admission, now);
        return knock == Knock.IN ? Optional.empty() : Optional.of(new SignInOutcome.Queued(knock));
    }
}
