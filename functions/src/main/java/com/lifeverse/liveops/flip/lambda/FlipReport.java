package com.lifeverse.liveops.flip.lambda;

import com.lifeverse.liveops.flip.FlipLine;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.MetricLine;

/** What one minute's look at live events came to, for logs, metrics and alarms. */
public final class FlipReport {
    /** The namespace of its metrics; they are by {@code FunctionName}. */
    public static final String METRICS = "LifeVerse/LiveEvents";

    /** Looks: one a minute, as long as somebody looks. */
    public static final String LOOKS = "Looks";

    /** Flips that were told. */
    public static final String FLIPS = "Flips";

    /** Flips that were told later than they may be. */
    public static final String LATE = "LateFlips";

    /** Events that nobody could see to. */
    public static final String FAILED = "FailedEvents";

    private final Call call;
    private final LiveopsPolicy policy;
    private long flips;
    private long late;
    private long failed;
    private long longest;

    FlipReport(Call call, LiveopsPolicy policy) {
        this.call = call;
        this.policy = policy;
    }

    /** The next minute tries again what fails; whoever is on call hears of it. */
    void seeing(String event, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException failure) {
            failed++;
            Log.failure(call, Problem.UNEXPECTED, event, failure);
        }
    }

    void told(String event, FlipLine line) {
        flips++;
        longest = Math.max(longest, line.lateness().toMillis());
        late += line.lateness().compareTo(policy.late()) > 0 ? 1 : 0;
        Log.info(
                call,
                "flip-told",
                event,
                Json.object()
                        .put("event", event)
                        .put("occurrence", line.flip().occurrence().toString())
                        .put("phase", line.flip().slug())
                        .put("intendedAt", line.flip().at().toString())
                        .put("latenessMs", line.lateness().toMillis()));
    }

    void tell() {
        MetricLine.in(METRICS)
                .by("FunctionName", call.getFunctionName())
                .count(LOOKS, 1)
                .count(FLIPS, flips)
                .count(LATE, late)
                .count(FAILED, failed)
                .count("LongestLatenessMs", longest)
                .write();
    }
}
