package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.group.desk.SessionSeats;
import com.lifeverse.session.notice.NoticeEvents;
import com.lifeverse.session.notice.aws.DynamoConnections;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Hears of sessions that end, lose their connection or get it back, and sees to the seats that came with them: events
 * {@code session.ended.v1}, {@code session.disconnected.v1} and {@code session.connected.v1} from the queue. A queue delivers at least
 * once and in no order; what counts is how the connection is when this is heard.
 */
public final class GroupSessionFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final SessionSeats seats;

    public GroupSessionFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupSessionFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "GROUPS_TABLE", "PLAYERS_TABLE", "NOTICES_TABLE");
        var connections = new DynamoConnections(runtime.aws().dynamoDb(), settings.text("NOTICES_TABLE"));
        var groups = GroupWiring.of(runtime);
        this.runtime = runtime;
        this.seats = new SessionSeats(
                groups.desk(),
                groups.memberships(),
                (player, session) -> connections.of(player).stream()
                        .anyMatch(connection -> connection.sessionId().equals(session)),
                groups.policy());
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var event = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        var player = event.playerId();
        var session = String.valueOf(event.payload().get("sessionId"));
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        switch (event.type()) {
            case SessionEvents.ENDED -> seats.ended(player, session, runtime.ids()::next, now);
            case NoticeEvents.DISCONNECTED ->
                seats.follow(player, session, Optional.of(event.time()), runtime.ids()::next, now);
            case NoticeEvents.CONNECTED -> seats.follow(player, session, Optional.empty(), runtime.ids()::next, now);
            default -> throw new IllegalArgumentException("An event " + event.type() + " has no bearing on seats");
        }
    }
}
