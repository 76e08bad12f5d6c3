package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.desk.SessionSeats;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.notice.Connections;
import com.lifeverse.session.notice.aws.DynamoConnections;
import java.util.Optional;

/** What seats follow: the live item says in whose hands a session is, the notices' table whether it has a connection. One read each. */
record Attendance(LiveSessions live, Connections connections) implements SessionSeats.Sessions {
    static Attendance of(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "NOTICES_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        return new Attendance(
                new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE")),
                new DynamoConnections(dynamoDb, settings.text("NOTICES_TABLE")));
    }

    @Override
    public boolean isConnected(String playerId, String sessionId) {
        return connections.of(playerId).stream()
                .anyMatch(connection -> connection.sessionId().equals(sessionId));
    }

    @Override
    public Optional<Hands> hands(String playerId, String sessionId) {
        return live.read(playerId)
                .flatMap(player -> player.session(sessionId))
                .map(session -> new Hands(session.client().platform(), session.fence()));
    }
}
