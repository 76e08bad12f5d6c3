package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.aws.EventPublisher;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.follow.GroupTimer;
import com.lifeverse.session.group.follow.RingTimer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Wakes timers of groups: events {@code group.timer_set.v1} from queues with a delay. One whose time has come makes the group write down
 * what fell due; one whose time has not come sleeps on; one that the group does not wait for any more is done.
 */
public final class GroupTimerFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final RingTimer timers;
    private final EventPublisher publisher;

    public GroupTimerFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupTimerFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "BUS");
        this.runtime = runtime;
        this.timers = new RingTimer(GroupWiring.of(runtime).desk());
        this.publisher = new EventPublisher(runtime.aws().eventBridge(), settings.text("BUS"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var event = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var timer = GroupTimer.of(event);
        switch (timers.wake(timer, runtime.ids()::next, now)) {
            case SLEEPS_ON -> publisher.publish(List.of(Envelopes.write(timer.set(event.id(), now))));
            case DONE -> {
                // It has rung, or nobody waits for it.
            }
        }
    }
}
