package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.flip.Flip;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a rehearsal went, as data. The same rehearsal is the same document, to the byte. */
public record ReportJson(Performance performance, List<Performance.Finding> findings) {
    /** All but what must not be. */
    public ObjectNode result() {
        var script = performance.script();
        var json = Json.object()
                .put("event", script.event().id())
                .put("players", script.players())
                .put("inItsAudience", performance.audience())
                .put("seed", script.seed())
                .put("from", script.begins().toString())
                .put("until", script.ends().toString())
                .put("looks", performance.diary().looks());
        var occurrences = json.putArray("occurrences");
        script.occurrences().forEach(name -> occurrences.add(name.toString()));
        transitions(json.putArray("transitions"));
        turns(json.putArray("turns"));
        var flags = json.putArray("flags");
        performance
                .diary()
                .flags()
                .forEach((flag, seen) -> flags.addObject()
                        .put("flag", flag)
                        .put("players", seen.bots())
                        .put("first", seen.first().toString())
                        .put("last", seen.last().toString()));
        var versions = json.putArray("timelineVersions");
        performance.diary().versions().forEach(versions::add);
        counts(json.putObject("notices"), performance.diary().notices());
        counts(json.putObject("messages"), performance.diary().messages());
        json.set("participation", new PartReport(performance).json());
        cost(json.putObject("cost"));
        return json;
    }

    /** What must not be. */
    public ArrayNode list() {
        var list = Json.array();
        findings.forEach(finding -> list.addObject()
                .put("severity", "error")
                .put("code", finding.code())
                .put("pointer", finding.about())
                .put("message", finding.message()));
        return list;
    }

    /** In a few lines, for a terminal. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s: %d of %d players, %s to %s"
                .formatted(
                        performance.script().event().id(),
                        performance.audience(),
                        performance.script().players(),
                        performance.script().begins(),
                        performance.script().ends()));
        for (var line : performance.flips().lines()) {
            lines.add("    %s %-12s meant for %s, told %s"
                    .formatted(
                            line.flip().occurrence(),
                            line.flip().slug(),
                            line.flip().at(),
                            line.actual()
                                    .map(_ -> line.lateness().toSeconds() + " s later")
                                    .orElse("never")));
        }
        var turns = performance.diary().noticed();
        lines.add("    players passed into a phase %,d times by their own clocks, %.1f s late at most"
                .formatted(
                        turns.size(),
                        turns.stream()
                                        .mapToLong(turn -> ms(turn.lateness()))
                                        .max()
                                        .orElse(0)
                                / 1000.0));
        performance
                .diary()
                .flags()
                .forEach((flag, seen) -> lines.add("    %s for %d players".formatted(flag, seen.bots())));
        lines.addAll(new PartReport(performance).lines());
        lines.add("    %,d requests, modelled $%.6f with all that went on behind them"
                .formatted(performance.accounts().requests(), performance.usd()));
        return lines;
    }

    private void transitions(ArrayNode list) {
        for (var line : performance.flips().lines()) {
            var node = list.addObject()
                    .put("occurrence", line.flip().occurrence().toString())
                    .put("phase", line.flip().slug())
                    .put("intendedAt", line.flip().at().toString());
            line.actual().ifPresent(at -> node.put("actualAt", at.toString()).put("latenessMs", ms(line.lateness())));
        }
    }

    private void turns(ArrayNode list) {
        for (var turn : performance.diary().noticed()) {
            list.addObject()
                    .put("player", turn.bot())
                    .put("occurrence", turn.occurrence().toString())
                    .put("phase", Flip.slug(turn.phase()))
                    .put("intendedAt", turn.intended().toString())
                    .put("actualAt", turn.actual().toString())
                    .put("latenessMs", ms(turn.lateness()));
        }
    }

    private void cost(ObjectNode json) {
        json.put("usd", performance.usd())
                .put("requests", performance.accounts().requests());
        var operations = json.putArray("operations");
        performance
                .accounts()
                .lines()
                .forEach(line -> operations
                        .addObject()
                        .put("operation", line.operation())
                        .put("requests", line.requests())
                        .put("errors", line.errors())
                        .put("readUnits", line.reads())
                        .put("writeUnits", line.writes())
                        .put("usd", line.usd()));
        var tables = json.putArray("tables");
        performance
                .tables()
                .forEach(table -> tables.addObject()
                        .put("table", table.table())
                        .put("readUnits", table.reads())
                        .put("writeUnits", table.writes())
                        .put("usd", table.usd()));
    }

    private static void counts(ObjectNode json, Map<String, Integer> counts) {
        counts.forEach(json::put);
    }

    private static long ms(Duration span) {
        return span.toMillis();
    }
}
