package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.lifeverse.liveops.capacity.CapacityPolicy;
import com.lifeverse.liveops.capacity.CapacityRules;
import com.lifeverse.liveops.capacity.CapacityStep;
import com.lifeverse.liveops.capacity.Target;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.platform.json.Policies;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What will stand ready and when, for people at a terminal and as data. */
public record CapacityLines(List<CapacityStep> steps) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final String LINE = "%-17s %-20s %16s %16s %7s  %s";

    public CapacityLines {
        steps = List.copyOf(steps);
    }

    /**
     * What the events of a folder that can be read ask for.
     *
     * @param policies the numbers of the stage that differ from the usual, as JSON
     * @throws IllegalStateException if they are no such numbers
     */
    public static CapacityLines of(EventFolder folder, Instant from, Duration length, String policies) {
        var events = folder.entries().stream()
                .flatMap(entry -> entry.read().stream())
                .map(LiveEventFile::event)
                .toList();
        var policy = Policies.differing(policies).of(CapacityPolicy.class);
        return new CapacityLines(CapacityRules.schedule(events, from, from.plus(length), policy));
    }

    /** Writes a line for each target that changes. */
    public void print(PrintWriter out) {
        if (steps.isEmpty()) {
            out.println("Nothing has to stand ready: no event brings more than the usual load.");
            out.flush();
            return;
        }
        out.println(LINE.formatted("when (UTC)", "what", "from", "to", "load", "why"));
        for (var step : steps) {
            for (var change : step.changes()) {
                out.println(LINE.formatted(
                                TIME.format(step.at()),
                                name(change.to()),
                                amount(change.from()),
                                stays(change) ? "stays" : amount(change.to()),
                                "%.1f x".formatted(step.after().factor()),
                                why(step))
                        .stripTrailing());
            }
        }
        out.println(
                "Functions: instances that stand ready. Tables: read/write units a second, raised where a table has less; they stay.");
        out.flush();
    }

    /** The same as data. */
    public ArrayNode result() {
        var result = Json.array();
        for (var step : steps) {
            var node = result.addObject()
                    .put("at", step.at().toString())
                    .put("factor", step.after().factor());
            var events = node.putArray("events");
            step.after().events().keySet().forEach(events::add);
            var changes = node.putArray("changes");
            for (var change : step.changes()) {
                changes.addObject()
                        .put("target", change.to().name())
                        .put("from", amount(change.from()))
                        .put("to", amount(change.to()));
            }
        }
        return result;
    }

    /** A table that was made warm is not made colder. */
    private static boolean stays(CapacityStep.Change change) {
        return change.from() instanceof Target.Table from
                && change.to() instanceof Target.Table to
                && to.reads() <= from.reads()
                && to.writes() <= from.writes();
    }

    private static String why(CapacityStep step) {
        return step.after().isMore() ? String.join(", ", step.after().events().keySet()) : "nothing asks for it";
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.Function function -> "function " + function.name();
            case Target.Table table -> "table " + table.name();
        };
    }

    private static String amount(Target target) {
        return switch (target) {
            case Target.Function function -> Integer.toString(function.instances());
            case Target.Table table -> table.reads() + "/" + table.writes();
        };
    }
}
