package com.lifeverse.session.notice.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.notice.Connections.Opened;
import com.lifeverse.session.notice.Line;
import com.lifeverse.session.notice.NoticePolicy;
import com.lifeverse.session.notice.Ticket;
import com.lifeverse.session.notice.aws.DynamoConnections;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/**
 * The routes of the WebSocket API: {@code $connect} takes a ticket, {@code $disconnect} says that a connection is over, and
 * whatever a client sends, to keep its connection from falling idle, means nothing.
 */
public final class ConnectionFunction extends Handler {
    private static final int FINE = 200;
    private static final int UNAUTHORIZED = 401;

    private final LambdaRuntime runtime;
    private final LiveSessions live;
    private final SessionPolicy policy;
    private final Line line;

    public ConnectionFunction() {
        this(LambdaRuntime.onAws());
    }

    public ConnectionFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "NOTICES_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        var connections = new DynamoConnections(dynamoDb, settings.text("NOTICES_TABLE"));
        this.runtime = runtime;
        this.live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        this.policy = settings.policy(SessionPolicy.class);
        this.line = new Line(connections, settings.policy(NoticePolicy.class));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var event = Json.mapper().readTree(input);
        var answer = Json.object().put("statusCode", answer(event));
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private int answer(JsonNode event) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var connectionId = event.at("/requestContext/connectionId").asText();
        return switch (event.at("/requestContext/eventType").asText()) {
            case "CONNECT" -> connect(event, connectionId, now);
            case "DISCONNECT" -> {
                line.close(connectionId, runtime.ids()::next, now);
                yield FINE;
            }
            default -> FINE;
        };
    }

    private boolean stands(Ticket ticket, Instant now) {
        return live.read(ticket.playerId())
                .flatMap(player -> player.session(ticket.sessionId()))
                .filter(session -> ticket.generation() >= session.fence() && !policy.lapsed(session, now))
                .isPresent();
    }

    private int connect(JsonNode event, String connectionId, Instant now) {
        // Whoever asked for it may have lost the session since.
        var ticket =
                Ticket.read(event.at("/queryStringParameters/ticket").asText()).filter(read -> stands(read, now));
        if (ticket.isEmpty()) {
            return UNAUTHORIZED;
        }
        return switch (line.open(ticket.get(), connectionId, runtime.ids()::next, now)) {
            case Opened.Fresh _ -> FINE;
            case Opened.Refused _ -> UNAUTHORIZED;
        };
    }
}
