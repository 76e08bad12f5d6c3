package com.lifeverse.session.queue.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.aws.DynamoAllowances;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.RateLimit;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.QuotaPolicy;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.gate.CachedGates;
import com.lifeverse.session.gate.GatePolicy;
import com.lifeverse.session.gate.Gates;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import com.lifeverse.session.lambda.CredentialFields;
import com.lifeverse.session.lambda.CredentialRefusals;
import com.lifeverse.session.lambda.TokenWiring;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.Privileges;
import com.lifeverse.session.queue.QueuePolicy;
import com.lifeverse.session.queue.Ticket;
import com.lifeverse.session.queue.Turn;
import com.lifeverse.session.queue.Turnstile;
import com.lifeverse.session.queue.aws.DynamoPrivileges;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.Proof;
import com.lifeverse.session.token.RefreshToken;
import com.lifeverse.session.token.SessionTokens;
import java.time.Instant;
import java.util.Optional;

/**
 * The login queue: {@code POST /v1/login-queue-tickets} takes a place, {@code GET /v1/login-queue} says who is served, and with
 * a ticket in the header {@code queue-ticket} how long it still takes. A function of its own, apart from sign-in and from renewals.
 */
public final class LoginQueueFunction extends HttpFunction {
    private static final int BODY_LIMIT = 8192;

    private final LambdaRuntime runtime;
    private final Turnstile turnstile;
    private final Tickets tickets;
    private final SessionTokens tokens;
    private final CachedGates gates;
    private final CredentialFields credentials;
    private final LiveSessions live;
    private final Proof proof;
    private final Privileges privileges;
    private final RateLimit limit;
    private final SessionPolicy policy;
    private final QueuePolicy queue;

    public LoginQueueFunction() {
        this(LambdaRuntime.onAws());
    }

    public LoginQueueFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(),
                "QUEUE_TABLE",
                "PLAYERS_TABLE",
                "LIVE_TABLE",
                "SIGNING_SECRET",
                "ISSUER",
                "AUDIENCE",
                "IDENTITY_PROVIDERS");
        var dynamoDb = runtime.aws().dynamoDb();
        this.runtime = runtime;
        this.policy = settings.policy(SessionPolicy.class);
        this.queue = settings.policy(QueuePolicy.class);
        this.tokens = TokenWiring.tokens(runtime, settings, policy);
        this.turnstile = QueueWiring.turnstile(dynamoDb, settings);
        this.limit = new RateLimit(
                new DynamoAllowances(dynamoDb, settings.text("QUEUE_TABLE")),
                settings.policy(QuotaPolicy.class).queueTickets());
        this.privileges = new DynamoPrivileges(dynamoDb, settings.text("PLAYERS_TABLE"));
        this.tickets = new Tickets(tokens, turnstile);
        this.gates = new CachedGates(
                new DynamoGateBoard(dynamoDb, settings.text("PLAYERS_TABLE")), settings.policy(GatePolicy.class));
        this.credentials = CredentialFields.configured(settings);
        this.live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        var players = new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"));
        this.proof = new Proof(players, policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "POST /v1/login-queue-tickets" -> take(request, now);
            case "GET /v1/login-queue" -> look(request, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse take(HttpRequest request, Instant now) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("credential", "refreshToken");
        var claimed = CredentialFields.read(body.object("credential"));
        var refresh =
                body.has("refreshToken") ? Optional.of(body.text("refreshToken", 1, 512)) : Optional.<String>empty();
        body.check();
        var credential = credentials.proved(claimed, now);
        // Who is not who they say gets no ticket, and uses up nobody's quota.
        var identity = identity(credential, now);
        var holder = Tickets.holder(credential);
        return limit.within(holder, now, () -> {
            var admission = gates.current(now).admission();
            var lane = identity.map(found -> lane(found, refresh, now)).orElse(Lane.STANDARD);
            return status(turnstile.take(lane, holder, admission, now), 201, admission, now);
        });
    }

    private HttpResponse look(HttpRequest request, Instant now) {
        var admission = gates.current(now).admission();
        var sealed = request.header("queue-ticket");
        if (sealed.isEmpty()) {
            return QueueAnswers.serving(admission.map(gate -> turnstile.serving(gate, now)), admission);
        }
        var ticket = tickets.open(sealed.get(), now)
                .orElseThrow(() -> new Refused(Problem.INVALID_QUEUE_TICKET, "Take a new one."));
        return status(ticket, 200, admission, now);
    }

    private HttpResponse status(Ticket ticket, int status, Optional<Gates.Admission> admission, Instant now) {
        var turn = admission
                .map(gate -> turnstile.turn(ticket, turnstile.serving(gate, now)))
                .orElseGet(() -> new Turn.Waiting(0));
        if (turn instanceof Turn.Over) {
            throw new Refused(
                    Problem.INVALID_QUEUE_TICKET,
                    "Its turn is over: it was used, or not used in time. Take a new one.");
        }
        return QueueAnswers.ticket(status, tickets.seal(ticket, now), ticket, turn, admission, queue, now);
    }

    private Optional<Identity> identity(Credential credential, Instant now) {
        return switch (proof.of(credential, now)) {
            case Proof.Outcome.Unknown() -> Optional.empty();
            case Proof.Outcome.Proved(var identity) -> Optional.of(identity);
            case Proof.Outcome.Wrong(var failures) -> throw CredentialRefusals.wrong(failures, policy, now);
            case Proof.Outcome.TooMany(var failures) -> throw CredentialRefusals.tooMany(failures, policy, now);
        };
    }

    private Lane lane(Identity identity, Optional<String> refresh, Instant now) {
        if (refresh.flatMap(text -> tokens.open(text, now))
                .filter(token -> wasHere(token, identity.playerId(), now))
                .isPresent()) {
            return Lane.RECONNECTING;
        }
        return privileges.has(identity.playerId(), now) ? Lane.VIP : Lane.STANDARD;
    }

    // In a session of this same player, minutes ago.
    private boolean wasHere(RefreshToken token, String playerId, Instant now) {
        return token.playerId().equals(playerId)
                && live.read(playerId)
                        .flatMap(player -> player.session(token.sessionId()))
                        .filter(session ->
                                session.renewAt().plus(queue.reconnecting()).isAfter(now))
                        .isPresent();
    }
}
