package com.lifeverse.session.queue.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Quota;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.aws.DynamoAllowances;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.RateLimit;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.gate.CachedGates;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import com.lifeverse.session.lambda.CredentialFields;
import com.lifeverse.session.lambda.TokenWiring;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.Privileges;
import com.lifeverse.session.queue.Ticket;
import com.lifeverse.session.queue.Turnstile;
import com.lifeverse.session.queue.aws.DynamoPrivileges;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.signin.Players;
import com.lifeverse.session.token.RefreshToken;
import com.lifeverse.session.token.SessionTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The login queue: {@code POST /v1/login-queue-tickets} takes a place, {@code GET /v1/login-queue} says who is served, and with
 * a ticket in the header {@code queue-ticket} how long it still takes. A function of its own, apart from sign-in and from renewals.
 */
public final class LoginQueueFunction extends HttpFunction {
    private static final int BODY_LIMIT = 8192;
    private static final Quota TICKETS = new Quota("queue-tickets", 20, Duration.ofMinutes(1));
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final LambdaRuntime runtime;
    private final Turnstile turnstile;
    private final Tickets tickets;
    private final SessionTokens tokens;
    private final CachedGates gates;
    private final CredentialFields credentials;
    private final LiveSessions live;
    private final Players players;
    private final Privileges privileges;
    private final RateLimit limit;

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
        this.tokens = TokenWiring.tokens(runtime, settings, settings.policy(SessionPolicy.class));
        this.turnstile = QueueWiring.turnstile(dynamoDb, settings);
        this.limit = new RateLimit(new DynamoAllowances(dynamoDb, settings.text("QUEUE_TABLE")), TICKETS);
        this.privileges = new DynamoPrivileges(dynamoDb, settings.text("PLAYERS_TABLE"));
        this.tickets = new Tickets(tokens, turnstile);
        this.gates = new CachedGates(new DynamoGateBoard(dynamoDb, settings.text("PLAYERS_TABLE")));
        this.credentials = CredentialFields.configured(settings);
        this.live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        this.players = new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"));
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
        var holder = Tickets.holder(credential);
        return limit.within(holder, now, () -> {
            var ticket = turnstile.take(lane(credential, refresh, now), holder, runtime.clock());
            return status(ticket, 201, now);
        });
    }

    private HttpResponse look(HttpRequest request, Instant now) {
        var sealed = request.header("queue-ticket");
        if (sealed.isEmpty()) {
            var admission = gates.current(now).admission();
            return QueueAnswers.serving(admission.map(gate -> turnstile.serving(gate, now)), admission);
        }
        return status(
                tickets.open(sealed.get(), now)
                        .orElseThrow(() -> new Refused(Problem.INVALID_QUEUE_TICKET, "Take a new one.")),
                200,
                now);
    }

    private HttpResponse status(Ticket ticket, int status, Instant now) {
        var admission = gates.current(now).admission();
        long position = admission
                .map(gate -> turnstile.position(ticket, turnstile.serving(gate, now)))
                .orElse(0L);
        return QueueAnswers.ticket(status, tickets.seal(ticket, now), ticket, position, admission, now);
    }

    private Lane lane(Credential credential, Optional<String> refresh, Instant now) {
        var identity = players.identity(credential.key());
        if (identity.isEmpty()) {
            return Lane.STANDARD;
        }
        var playerId = identity.get().playerId();
        if (refresh.flatMap(text -> tokens.open(text, now))
                .filter(token -> wasHere(token, playerId, now))
                .isPresent()) {
            return Lane.RECONNECTING;
        }
        return privileges.has(playerId, now) ? Lane.VIP : Lane.STANDARD;
    }

    // In a session of this same player, minutes ago.
    private boolean wasHere(RefreshToken token, String playerId, Instant now) {
        return token.playerId().equals(playerId)
                && live.read(playerId)
                        .flatMap(player -> player.session(token.sessionId()))
                        .filter(session -> session.renewAt().plus(RECENT).isAfter(now))
                        .isPresent();
    }
}
