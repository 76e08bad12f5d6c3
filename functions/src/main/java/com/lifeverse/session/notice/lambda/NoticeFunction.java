package com.lifeverse.session.notice.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.notice.Line;
import com.lifeverse.session.notice.NoticePolicy;
import com.lifeverse.session.notice.aws.DynamoConnections;
import com.lifeverse.session.own.Bearer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** {@code POST /v1/notice-tickets}, for a WebSocket, and {@code GET /v1/notices}, for who has none. */
public final class NoticeFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final LiveCaller callers;
    private final Line line;
    private final NoticePolicy policy;

    public NoticeFunction() {
        this(LambdaRuntime.onAws());
    }

    public NoticeFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "NOTICES_TABLE");
        this.policy = settings.policy(NoticePolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        this.runtime = runtime;
        this.callers = LiveCaller.of(runtime);
        this.line = new Line(new DynamoConnections(dynamoDb, settings.text("NOTICES_TABLE")), policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var bearer = PlayerCaller.bearer(request);
        return switch (request.routeKey()) {
            case "POST /v1/notice-tickets" -> ticket(bearer, now);
            case "GET /v1/notices" -> notices(request, bearer, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse ticket(Bearer bearer, Instant now) {
        callers.session(bearer, now);
        var issued = line.issue(bearer.playerId(), bearer.sessionId(), bearer.generation(), runtime.ids()::next, now);
        var body = Json.object()
                .put("ticket", issued.ticket().text())
                .put("expiresAt", issued.expiresAt().toString());
        var headers = Map.of("content-type", "application/json", "cache-control", "no-store");
        return new HttpResponse(201, headers, Json.write(body));
    }

    private HttpResponse notices(HttpRequest request, Bearer bearer, Instant now) {
        long revision = callers.session(bearer, now).notices();
        var tag = "\"" + revision + "\"";
        var headers = Map.of("content-type", "application/json", "cache-control", "private, no-cache", "etag", tag);
        if (request.header("if-none-match").filter(known -> names(known, tag)).isPresent()) {
            return new HttpResponse(304, Map.of("cache-control", "private, no-cache", "etag", tag), "");
        }
        var body = Json.object()
                .put("noticeRevision", revision)
                .put("pollAfterSeconds", policy.poll().toSeconds());
        return new HttpResponse(200, headers, Json.write(body));
    }

    /** Weak comparison (RFC 9110, section 13.1.2). */
    private static boolean names(String header, String tag) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }
}
