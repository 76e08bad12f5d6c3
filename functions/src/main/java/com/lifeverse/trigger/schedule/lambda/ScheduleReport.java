package com.lifeverse.trigger.schedule.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.MetricLine;
import com.lifeverse.trigger.schedule.Entry;
import com.lifeverse.trigger.schedule.Outcome;
import com.lifeverse.trigger.schedule.Run;
import com.lifeverse.trigger.schedule.ScheduleKeeper.Kept;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import java.time.Duration;

/** What one minute's look at the schedules came to, for logs, metrics and alarms. */
public final class ScheduleReport {
    /** The namespace of its metrics; they are by {@code FunctionName}. */
    public static final String METRICS = "LifeVerse/Schedules";

    /** Looks: one a minute, as long as somebody looks. */
    public static final String LOOKS = "Looks";

    /** Runs that began later than schedules may. */
    public static final String LATE = "LateRuns";

    /** Times that were over too long ago to be made up for. */
    public static final String MISSED = "MissedTimes";

    /** Schedules that nobody could see to. */
    public static final String FAILED = "FailedSchedules";

    private final Call call;
    private final SchedulePolicy policy;
    private long late;
    private long missed;
    private long failed;
    private long longest;

    ScheduleReport(Call call, SchedulePolicy policy) {
        this.call = call;
        this.policy = policy;
    }

    void kept(Kept kept) {
        for (var entry : kept.entries()) {
            if (entry.outcome() == Outcome.MISSED) {
                missed++;
            }
            if (begins(entry)) {
                var lateness = entry.lateness().orElse(Duration.ZERO);
                longest = Math.max(longest, lateness.toMillis());
                late += lateness.compareTo(policy.late()) > 0 ? 1 : 0;
            }
            line(kept.state().schedule(), entry);
        }
    }

    void failed(String schedule, Problem problem, RuntimeException failure) {
        failed++;
        Log.failure(call, problem, schedule, failure);
    }

    void tell() {
        MetricLine.in(METRICS)
                .by("FunctionName", call.getFunctionName())
                .count(LOOKS, 1)
                .count(LATE, late)
                .count(MISSED, missed)
                .count(FAILED, failed)
                .count("LongestLatenessMs", longest)
                .write();
    }

    // What somebody had made up for is late because they wanted it, not because anything was.
    private static boolean begins(Entry entry) {
        return entry.run().kind() == Run.Kind.SCHEDULED
                && (entry.outcome() == Outcome.TOLD || entry.outcome() == Outcome.RUNNING);
    }

    private void line(String schedule, Entry entry) {
        var fields = Json.object()
                .put("schedule", schedule)
                .put("run", entry.run().id())
                .put("intendedAt", entry.run().intendedAt().toString())
                .put("detail", entry.detail());
        entry.actualAt().ifPresent(at -> fields.put("actualAt", at.toString()));
        entry.lateness().ifPresent(late -> fields.put("latenessMs", late.toMillis()));
        Log.info(call, "run-" + entry.outcome().slug(), entry.run().id(), fields);
    }
}
