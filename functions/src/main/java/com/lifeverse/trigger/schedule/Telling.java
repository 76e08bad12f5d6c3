package com.lifeverse.trigger.schedule;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How events and inputs say which run of which schedule they come from. */
public final class Telling {
    /** The member that has it: nobody else may write it. */
    public static final String STAMP = "schedule";

    /** Who says so. */
    public static final String PRODUCER = "schedule";

    private Telling() {}

    /** What every event and every input of a schedule's run has beside what its author wrote. */
    public static Map<String, Object> stamp(String schedule, Run run, Instant actual) {
        var stamp = new LinkedHashMap<String, Object>();
        stamp.put("schedule", schedule);
        stamp.put("runId", run.id());
        stamp.put("intendedAt", run.intendedAt().toString());
        stamp.put("actualAt", actual.toString());
        stamp.put(
                "latenessMs", Math.max(0, Duration.between(run.dueAt(), actual).toMillis()));
        return stamp;
    }

    static Entry of(Schedule schedule, Start.Event event, Run run, Instant now) {
        var payload = new LinkedHashMap<>(event.payload());
        payload.put(STAMP, stamp(schedule.id(), run, now));
        var id = NameBasedId.of("evt_", run.id());
        var told = Envelope.first(id, event.type(), now, "", PRODUCER, payload).orderedBy("schedule/" + schedule.id());
        return new Entry(run, Outcome.TOLD, Optional.of(now), Optional.of(now), "", "", List.of(told));
    }
}
