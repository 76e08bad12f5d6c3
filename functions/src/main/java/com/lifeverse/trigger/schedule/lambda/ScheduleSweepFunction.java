package com.lifeverse.trigger.schedule.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.schedule.ScheduleKeeper.Kept;
import com.lifeverse.trigger.schedule.ScheduleState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Each minute, sees to all schedules: what is due by then is decided, however long nobody has looked. So what was missed is caught
 * up by the same way that everything goes, and a minute that comes twice finds nothing to do. A schedule that fails holds up no
 * other, and is tried again by the next minute. Looking costs a read unit for what is published and one for each 4 KB of states; a
 * run of an event four write units, one of a workflow twelve.
 */
public final class ScheduleSweepFunction extends Handler {
    /** As long as it begins another, of the 60 s that it has. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final InstantSource clock;
    private final ScheduleWiring wiring;

    public ScheduleSweepFunction() {
        this(LambdaRuntime.onAws());
    }

    public ScheduleSweepFunction(LambdaRuntime runtime) {
        this.clock = runtime.clock();
        this.wiring = ScheduleWiring.of(runtime);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var now = clock.instant();
        var report = new ScheduleReport(call, wiring.policy());
        var left = new HashMap<String, ScheduleState>();
        wiring.ledger().states().forEach(state -> left.put(state.schedule(), state));
        for (var file : wiring.published().catalogue().files()) {
            var known = Optional.ofNullable(left.remove(file.schedule().id()));
            see(
                    file.schedule().id(),
                    report,
                    now,
                    () -> wiring.keeper().keep(wiring.published().inForce(file, known, now), clock.instant()));
        }
        retire(left, report, now);
        report.tell();
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private void retire(Map<String, ScheduleState> left, ScheduleReport report, Instant now) {
        left.values().stream()
                .filter(state -> !state.document().isEmpty() || !state.open().isEmpty())
                .forEach(state -> see(
                        state.schedule(),
                        report,
                        now,
                        () -> wiring.keeper().retire(state, wiring.published().gone(state, now), clock.instant())));
    }

    private void see(String schedule, ScheduleReport report, Instant began, Supplier<Kept> seeing) {
        if (clock.instant().isAfter(began.plus(PATIENCE))) {
            return;
        }
        try {
            report.kept(seeing.get());
        } catch (RuntimeException failure) {
            // The next minute tries it again; whoever is on call hears of it.
            report.failed(schedule, Problem.UNEXPECTED, failure);
        }
    }
}
