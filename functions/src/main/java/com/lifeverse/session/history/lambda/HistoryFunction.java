package com.lifeverse.session.history.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.platform.schema.Rfc3339;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.history.History;
import com.lifeverse.session.history.SessionStory;
import com.lifeverse.session.history.aws.DynamoHistory;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.live.LiveSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened: {@code GET /v1/session-history} for a player's own, {@code GET /v1/sessions/{sid}/history} for staff, as of now
 * or of any moment that is kept.
 */
public final class HistoryFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final History history;
    private final LiveSessions live;
    private final SessionPolicy policy;

    public HistoryFunction() {
        this(LambdaRuntime.onAws());
    }

    public HistoryFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "HISTORY_TABLE", "LIVE_TABLE");
        this.policy = settings.policy(SessionPolicy.class);
        this.runtime = runtime;
        this.history = new DynamoHistory(runtime.aws().dynamoDb(), settings.text("HISTORY_TABLE"));
        this.live = new DynamoLiveSessions(runtime.aws().dynamoDb(), settings.text("LIVE_TABLE"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/session-history" -> own(request);
            case "GET /v1/sessions/{sid}/history" -> why(request, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse own(HttpRequest request) {
        var playerId = PlayerCaller.playerId(request);
        return HistoryAnswers.list(history.ofPlayer(playerId, policy.historyLongest()));
    }

    private HttpResponse why(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        var sessionId = request.pathParameter("sid");
        var asOf = asOf(request);
        var entries = history.ofSession(sessionId, policy.historyLongest());
        if (entries.isEmpty()) {
            throw new Refused(
                    Problem.SESSION_NOT_FOUND,
                    "Nothing is known of it: what happened is kept for %d days, and goes at once when a player's data is erased."
                            .formatted(policy.historyLife().toDays()));
        }
        var player = entries.getFirst().playerId();
        var session = asOf.isPresent()
                ? Optional.<Session>empty()
                : live.read(player).flatMap(found -> found.session(sessionId));
        return HistoryAnswers.story(sessionId, player, SessionStory.of(entries, session, asOf.orElse(now), policy));
    }

    private static Optional<Instant> asOf(HttpRequest request) {
        var text = request.queryParameter("at");
        var at = text.flatMap(Rfc3339::parse);
        if (text.isPresent() && at.isEmpty()) {
            var violation = new Violation("at", "must be a time such as 2026-01-01T09:00:00Z");
            throw new Refused(Problem.INVALID_REQUEST, "The moment is malformed.", List.of(violation));
        }
        return at;
    }
}
