package com.lifeverse.trigger.schedule.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.schedule.OpenRun;
import com.lifeverse.trigger.schedule.Overlap;
import com.lifeverse.trigger.schedule.Run;
import com.lifeverse.trigger.schedule.ScheduleState;
import com.lifeverse.trigger.schedule.ScheduleState.Backfill;
import com.lifeverse.trigger.schedule.ScheduleState.Pause;
import com.lifeverse.trigger.schedule.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A schedule's state as JSON. */
final class StateText {
    private StateText() {}

    static String write(ScheduleState state) {
        var json = Json.object()
                .put("decidedUntil", state.decidedUntil().toString())
                .put("document", state.document())
                .put("since", state.since().toString());
        state.pause()
                .ifPresent(pause -> json.putObject("pause")
                        .put("since", pause.since().toString())
                        .put("by", pause.by())
                        .put("note", pause.note()));
        var waiting = json.putArray("waiting");
        state.waiting().forEach(run -> waiting.add(run(run)));
        var open = json.putArray("open");
        state.open().forEach(each -> open.add(open(each)));
        var backfills = json.putArray("backfills");
        state.backfills()
                .forEach(each -> backfills
                        .addObject()
                        .put("after", each.after().toString())
                        .put("until", each.until().toString())
                        .put("overlap", each.overlap().slug())
                        .put("by", each.by()));
        return json.toString();
    }

    static ScheduleState read(String schedule, long version, String text) {
        try {
            var json = Json.read(text);
            return new ScheduleState(
                    schedule,
                    version,
                    instant(json, "decidedUntil"),
                    json.path("document").asText(),
                    json.has("since") ? instant(json, "since") : Instant.EPOCH,
                    Optional.of(json.path("pause")).filter(JsonNode::isObject).map(StateText::pause),
                    list(json.path("waiting"), StateText::run),
                    list(json.path("open"), StateText::open),
                    list(json.path("backfills"), StateText::backfill));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state of schedule " + schedule + " cannot be read", e);
        }
    }

    static ObjectNode run(Run run) {
        return Json.object()
                .put("runId", run.id())
                .put("kind", run.kind().name())
                .put("intendedAt", run.intendedAt().toString())
                .put("dueAt", run.dueAt().toString())
                .put("overlap", run.overlap().slug())
                .put("by", run.by());
    }

    static Run run(JsonNode json) {
        return new Run(
                json.path("runId").asText(),
                Run.Kind.valueOf(json.path("kind").asText()),
                instant(json, "intendedAt"),
                instant(json, "dueAt"),
                overlap(json),
                json.path("by").asText());
    }

    private static ObjectNode open(OpenRun open) {
        var json = run(open.run())
                .put("phase", open.phase().name())
                .put("decidedAt", open.decidedAt().toString())
                .put("apart", open.apart())
                .put("execution", open.execution())
                .put("workflow", open.what().name());
        open.startedAt().ifPresent(at -> json.put("startedAt", at.toString()));
        json.set("input", Json.mapper().valueToTree(open.what().input()));
        return json;
    }

    private static OpenRun open(JsonNode json) {
        return new OpenRun(
                run(json),
                new Start.Workflow(json.path("workflow").asText(), Json.plain(json.path("input"))),
                OpenRun.Phase.valueOf(json.path("phase").asText()),
                instant(json, "decidedAt"),
                json.path("apart").asBoolean(),
                json.has("startedAt") ? Optional.of(instant(json, "startedAt")) : Optional.empty(),
                json.path("execution").asText());
    }

    private static Pause pause(JsonNode json) {
        return new Pause(
                instant(json, "since"),
                json.path("by").asText(),
                json.path("note").asText());
    }

    private static Backfill backfill(JsonNode json) {
        return new Backfill(
                instant(json, "after"),
                instant(json, "until"),
                overlap(json),
                json.path("by").asText());
    }

    private static Overlap overlap(JsonNode json) {
        return Overlap.of(json.path("overlap").asText()).orElseThrow();
    }

    private static Instant instant(JsonNode json, String member) {
        return Instant.parse(json.path(member).asText());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        var list = new ArrayList<T>();
        array.forEach(each -> list.add(read.apply(each)));
        return list;
    }
}
