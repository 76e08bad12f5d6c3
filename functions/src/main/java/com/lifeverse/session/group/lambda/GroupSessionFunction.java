package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.aws.EventPublisher;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.desk.SessionSeats;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Hears of sessions that end, change hands, lose their connection or get it back, and of players who wish something else, and sees to
 * their seats: events {@code session.ended.v1}, {@code session.resumed.v1}, {@code session.disconnected.v1}, {@code
 * session.connected.v1} and {@code player.preferences_changed.v1} from the queue, and {@code group.walk_paused.v1} for what one
 * invocation could not see to. A queue delivers at least once and in no order; what counts is how things are when this is heard.
 */
public final class GroupSessionFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final SessionSeats seats;
    private final EventPublisher publisher;

    public GroupSessionFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupSessionFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "BUS");
        var groups = GroupWiring.of(runtime);
        this.runtime = runtime;
        this.seats = new SessionSeats(
                groups.desk(), groups.memberships(), Attendance.of(runtime), groups.traits(), groups.policy());
        this.publisher = new EventPublisher(runtime.aws().eventBridge(), settings.text("BUS"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var event = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        seats.see(SeatWalks.of(event), runtime.ids()::next, now)
                .map(left -> SeatWalks.paused(left, event, now))
                .ifPresent(paused -> publisher.publish(List.of(Envelopes.write(paused))));
    }
}
