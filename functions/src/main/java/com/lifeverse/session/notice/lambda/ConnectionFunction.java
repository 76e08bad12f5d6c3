package com.lifeverse.session.notice.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.notice.Connections.Opened;
import com.lifeverse.session.notice.Line;
import com.lifeverse.session.notice.NoticePolicy;
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
    private final Line line;

    public ConnectionFunction() {
        this(LambdaRuntime.onAws());
    }

    public ConnectionFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "NOTICES_TABLE");
        var connections = new DynamoConnections(runtime.aws().dynamoDb(), settings.text("NOTICES_TABLE"));
        this.runtime = runtime;
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

    private int connect(JsonNode event, String connectionId, Instant now) {
        var ticket = event.at("/queryStringParameters/ticket").asText();
        return switch (line.open(ticket, connectionId, runtime.ids()::next, now)) {
            case Opened.Fresh _ -> FINE;
            case Opened.Refused _ -> UNAUTHORIZED;
        };
    }
}
