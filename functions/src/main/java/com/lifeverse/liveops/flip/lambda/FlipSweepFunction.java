package com.lifeverse.liveops.flip.lambda;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.flip.FlipKeeper;
import com.lifeverse.liveops.flip.FlipLedger;
import com.lifeverse.liveops.flip.FlipState;
import com.lifeverse.liveops.flip.aws.DynamoFlipLedger;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;

/**
 * Each minute, tells what live events have passed into since somebody last looked. What was missed is caught up by the same way that
 * everything goes, and a minute that comes twice finds nothing to do. An event that fails holds up no other, and is tried again
 * by the next minute. Looking costs a read unit for each 4 KB of what players have, a revision that is new a few more, a flip four write
 * units.
 */
public final class FlipSweepFunction extends Handler {
    private final InstantSource clock;
    private final Definitions definitions;
    private final FlipLedger ledger;
    private final FlipKeeper keeper;
    private final LiveopsPolicy policy;

    public FlipSweepFunction() {
        this(LambdaRuntime.onAws());
    }

    public FlipSweepFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE");
        var table = settings.text("LIVE_EVENTS_TABLE");
        this.clock = runtime.clock();
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), table);
        this.ledger = new DynamoFlipLedger(runtime.aws().dynamoDb(), table);
        this.keeper = new FlipKeeper(ledger, runtime.ids()::next);
        this.policy = settings.policy(LiveopsPolicy.class);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var report = new FlipReport(call, policy);
        var left = new HashMap<String, FlipState>();
        ledger.states().forEach(state -> left.put(state.event(), state));
        for (var published : definitions.catalogue().published()) {
            var known = Optional.ofNullable(left.remove(published.id()));
            report.seeing(published.id(), () -> keep(published, known, report));
        }
        left.values().forEach(state -> report.seeing(state.event(), () -> keeper.retire(state, clock.instant())));
        report.tell();
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private void keep(Published published, Optional<FlipState> known, FlipReport report) {
        var id = published.id();
        var told = keeper.keep(published, known, number -> calendar(id, number), () -> before(id), clock.instant());
        told.forEach(line -> report.told(id, line));
    }

    private Optional<EventCalendar> before(String event) {
        return definitions.find(event).flatMap(Definition::before).flatMap(number -> calendar(event, number));
    }

    private Optional<EventCalendar> calendar(String event, int revision) {
        return definitions.revision(event, revision).map(found -> found.event().calendar());
    }
}
