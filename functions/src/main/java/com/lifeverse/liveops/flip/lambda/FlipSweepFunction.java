package com.lifeverse.liveops.flip.lambda;

import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.flip.FlipKeeper;
import com.lifeverse.liveops.flip.FlipLedger;
import com.lifeverse.liveops.flip.FlipState;
import com.lifeverse.liveops.flip.Spells;
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
 * by the next minute. Looking costs a read unit for each 4 KB of what players have, what they had since a read for each revision
 * and one for each 4 KB of the log since, a flip four write units.
 */
public final class FlipSweepFunction extends Handler {
    private final InstantSource clock;
    private final Definitions definitions;
    private final FlipLedger ledger;
    private final FlipKeeper keeper;
    private final Spells spells;
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
        this.spells = new Spells(definitions);
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
        left.values().forEach(state -> report.seeing(state.event(), () -> retire(state, report)));
        report.tell();
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private void retire(FlipState state, FlipReport report) {
        var now = clock.instant();
        keeper.retire(state, since -> spells.upToWithdrawal(state.event(), since, now), now)
                .forEach(line -> report.told(state.event(), line));
    }

    private void keep(Published published, Optional<FlipState> known, FlipReport report) {
        var now = clock.instant();
        keeper.keep(published, known, since -> spells.upTo(published, since, now), now)
                .forEach(line -> report.told(published.id(), line));
    }
}
