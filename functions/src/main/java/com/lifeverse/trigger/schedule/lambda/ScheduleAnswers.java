package com.lifeverse.trigger.schedule.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.schedule.Entry;
import com.lifeverse.trigger.schedule.Ledger;
import com.lifeverse.trigger.schedule.Schedule;
import com.lifeverse.trigger.schedule.ScheduleState;
import com.lifeverse.trigger.schedule.aws.ScheduleFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What staff are told of schedules. */
final class ScheduleAnswers {
    private ScheduleAnswers() {}

    /** How a schedule stands; {@code next} is its next time, if there is one. */
    static ObjectNode standing(ScheduleFile file, Optional<ScheduleState> state, Optional<Instant> next) {
        var schedule = file.schedule();
        var json = Json.object().put("schedule", schedule.id());
        json.put("paused", state.flatMap(ScheduleState::pause).isPresent());
        state.flatMap(ScheduleState::pause)
                .ifPresent(pause -> json.putObject("pause")
                        .put("since", pause.since().toString())
                        .put("by", pause.by())
                        .put("note", pause.note()));
        next.ifPresent(time -> json.put("nextAt", time.toString())
                .put("nextDueAt", schedule.due(time).toString()));
        json.put("openRuns", state.map(each -> each.open().size()).orElse(0));
        json.put("waitingRuns", state.map(each -> each.waiting().size()).orElse(0));
        json.put("backfills", state.map(each -> each.backfills().size()).orElse(0));
        json.set("definition", file.document());
        return json;
    }

    static ObjectNode upcoming(Schedule schedule, Optional<ScheduleState> state, List<Instant> next) {
        var json = Json.object()
                .put("schedule", schedule.id())
                .put("paused", state.flatMap(ScheduleState::pause).isPresent());
        var times = json.putArray("times");
        next.forEach(time -> times.addObject()
                .put("intendedAt", time.toString())
                .put("dueAt", schedule.due(time).toString()));
        return json;
    }

    static ObjectNode runs(Ledger.Page page) {
        var json = Json.object();
        var runs = json.putArray("runs");
        page.entries().forEach(entry -> runs.add(run(entry)));
        if (!page.cursor().isEmpty()) {
            json.put("cursor", page.cursor());
        }
        return json;
    }

    static ObjectNode run(Entry entry) {
        var run = entry.run();
        var json = Json.object()
                .put("runId", run.id())
                .put("kind", run.kind().name().toLowerCase(Locale.ROOT))
                .put("outcome", entry.outcome().slug())
                .put("intendedAt", run.intendedAt().toString())
                .put("dueAt", run.dueAt().toString())
                .put("overlap", run.overlap().slug());
        entry.actualAt().ifPresent(at -> json.put("actualAt", at.toString()));
        entry.lateness().map(Duration::toMillis).ifPresent(late -> json.put("latenessMs", late));
        entry.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
        put(json, "execution", entry.execution());
        put(json, "detail", entry.detail());
        put(json, "by", run.by());
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
