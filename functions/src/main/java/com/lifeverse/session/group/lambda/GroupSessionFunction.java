package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.group.desk.LostSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Hears of sessions that are lost and disconnects the seats they hold: events {@code session.ended.v1} and
 * {@code session.disconnected.v1} from the queue. A queue delivers at least once and in no order; a seat is disconnected once, and
 * not at all if its player has come back meanwhile.
 */
public final class GroupSessionFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final LostSession lost;

    public GroupSessionFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupSessionFunction(LambdaRuntime runtime) {
        this.runtime = runtime;
        var groups = GroupWiring.of(runtime);
        this.lost = new LostSession(groups.desk(), groups.memberships(), groups.policy());
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var event = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        var session = String.valueOf(event.payload().get("sessionId"));
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        // A session that ended never comes back; a connection may have, before this was heard.
        var lostAt = event.type().equals(SessionEvents.ENDED) ? Optional.<Instant>empty() : Optional.of(event.time());
        lost.disconnect(event.playerId(), session, lostAt, runtime.ids()::next, now);
    }
}
