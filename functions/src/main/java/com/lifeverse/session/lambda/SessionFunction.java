package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoInbox;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.conduct.SignOutEverywhere;
import com.lifeverse.session.inbox.ReadInbox;
import com.lifeverse.session.own.OwnSession;
import com.lifeverse.session.own.OwnSession.Look;
import com.lifeverse.session.own.OwnSession.LookAround;
import com.lifeverse.session.own.OwnSession.SignOut;
import java.time.Instant;

/**
 * What players do with their own sessions and inbox: {@code GET|DELETE /v1/sessions}, {@code GET|DELETE /v1/sessions/{sid}},
 * {@code GET /v1/inbox-messages}.
 */
public final class SessionFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final OwnSession own;
    private final SignOutEverywhere everywhere;
    private final ReadInbox inbox;
    private final SessionPolicy policy;

    public SessionFunction() {
        this(LambdaRuntime.onAws());
    }

    public SessionFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE");
        this.policy = settings.policy(SessionPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        var live = settings.text("LIVE_TABLE");
        this.runtime = runtime;
        var sessions = new DynamoLiveSessions(dynamoDb, live);
        this.own = new OwnSession(sessions, policy);
        this.everywhere = new SignOutEverywhere(sessions, policy);
        this.inbox = new ReadInbox(new DynamoInbox(dynamoDb, settings.text("PLAYERS_TABLE"), live), policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/sessions" -> list(request, now);
            case "DELETE /v1/sessions" -> signOutEverywhere(request, now);
            case "GET /v1/sessions/{sid}" -> read(request, now);
            case "DELETE /v1/sessions/{sid}" -> signOut(request, now);
            case "GET /v1/inbox-messages" -> listInbox(request, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse list(HttpRequest request, Instant now) {
        var bearer = PlayerCaller.bearer(request);
        return switch (own.lookAround(bearer, now)) {
            case LookAround.Seen(var sessions) -> SessionAnswers.sessions(bearer, sessions, policy);
            case LookAround.Ended(var why) -> throw SessionRefusals.of(why);
        };
    }

    private HttpResponse read(HttpRequest request, Instant now) {
        var bearer = PlayerCaller.bearer(request);
        return switch (own.look(bearer, request.pathParameter("sid"), now)) {
            case Look.Found found -> SessionAnswers.session(bearer.playerId(), found);
            case Look.NotFound() -> throw notFound();
            case Look.Ended(var why) -> throw SessionRefusals.of(why);
        };
    }

    private HttpResponse signOut(HttpRequest request, Instant now) {
        var bearer = PlayerCaller.bearer(request);
        return switch (own.signOut(bearer, request.pathParameter("sid"), runtime.ids()::next, now)) {
            case SignOut.SignedOut() -> HttpResponse.empty(204);
            case SignOut.NotFound() -> throw notFound();
            case SignOut.Ended(var why) -> throw SessionRefusals.of(why);
        };
    }

    private HttpResponse signOutEverywhere(HttpRequest request, Instant now) {
        var bearer = PlayerCaller.bearer(request);
        return switch (everywhere.handle(bearer, runtime.ids()::next, now)) {
            case SignOutEverywhere.Outcome.SignedOut() -> HttpResponse.empty(204);
            case SignOutEverywhere.Outcome.Ended(var why) -> throw SessionRefusals.of(why);
            case SignOutEverywhere.Outcome.Contended() ->
                throw new Refused(Problem.TEMPORARILY_UNAVAILABLE, "The sessions changed at every attempt.");
        };
    }

    private HttpResponse listInbox(HttpRequest request, Instant now) {
        var playerId = PlayerCaller.playerId(request);
        var page = InboxRequest.read(request, playerId, policy);
        return SessionAnswers.inbox(inbox.read(playerId, page.before(), page.limit(), now));
    }

    private static Refused notFound() {
        return new Refused(Problem.SESSION_NOT_FOUND, "GET /v1/sessions lists the sessions of the player.");
    }
}
