package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.bench.Bench;
import com.lifeverse.local.bench.Machine;
import com.lifeverse.local.bench.Measurement;
import com.lifeverse.local.bench.trigger.TriggerBench;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast the tables and the workflows are here. */
@Command(
        name = "bench",
        description = {
            "Measures conditional updates in memory on one thread, on the engine and through the client, durable"
                    + " acknowledged writes of 16 writers, and durable transitions of workflows. Says on what machine, and under what load. Exit 1 if a bar is"
                    + " missed: in memory by what a busy core makes, on file by what the clock says.",
            "Then how fast the triggers are found that want an event, of 300, 10,000 and 100,000: beside one event-ruler"
                    + " machine with the same patterns, whose building is cut at 120 s.",
            "Example: ./dev bench --rounds 9 --only triggers"
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            description = "Rounds that count, of each kind; default ${DEFAULT-VALUE}.")
    private int rounds = 7;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds before them that do not count; default ${DEFAULT-VALUE}.")
    private int warmUps = 3;

    @Option(
            names = "--updates",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Updates a round in memory, half as many on file; default ${DEFAULT-VALUE}.")
    private int updates = 100_000;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            description = "tables (with workflows) or triggers; both without it.")
    private @Nullable What only;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private enum What {
        tables,
        triggers
    }

    private record Load(double before, double after) {}

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || warmUps < 0 || updates < 32) {
            throw new Exit.Usage("There must be a round of 32 updates at least");
        }
        var machine = Machine.here();
        double before = Machine.load();
        var measurements = only == What.triggers ? List.<Measurement>of() : measure();
        var found = new TriggerLines(only == What.tables ? List.of() : new TriggerBench(rounds).run());
        var load = new Load(before, Machine.load());
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            Output.print(out, document(machine, load, measurements, found));
        } else {
            print(machine, load, measurements, out);
            found.print(out);
        }
        return found.areHeld() && measurements.stream().allMatch(Measurement::isHeld) ? Exit.FINE : Exit.FINDINGS;
    }

    private List<Measurement> measure() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("lifeverse-bench");
        try {
            return new Bench(warmUps, rounds, updates).run(directory);
        } finally {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void print(Machine machine, Load load, List<Measurement> measurements, PrintWriter out) {
        out.printf(
                "%d cores %s, %s, %s, heap %d MB%n",
                machine.cores(), machine.processor(), machine.system(), machine.jvm(), machine.heapMegabytes());
        out.printf("load %.2f before, %.2f after%n", load.before(), load.after());
        out.printf(
                "%d rounds after %d to warm up; %,d updates a round in memory, %,d on file%n%n",
                rounds, warmUps, updates, updates / 2);
        out.printf(
                "%-38s %7s %10s %21s %8s %6s %10s %8s%n",
                "a second", "threads", "median", "lowest .. highest", "cpu us", "cores", "per core", "bar");
        for (var each : measurements) {
            out.printf(
                    "%-38s %7d %,10.0f %,9.0f .. %,8.0f %8.1f %6.2f %,10.0f %,8.0f %s%n",
                    each.what(),
                    each.threads(),
                    each.median(),
                    each.lowest(),
                    each.highest(),
                    each.cpuMicros(),
                    each.coresBusy(),
                    each.perCore(),
                    each.bar(),
                    each.isHeld() ? "held" : "MISSED");
        }
        out.flush();
    }

    private ObjectNode document(Machine machine, Load load, List<Measurement> measurements, TriggerLines found) {
        var result = Json.object();
        result.set("machine", Json.read(Json.text(machine)));
        result.set("load", Json.read(Json.text(load)));
        result.put("warmUps", warmUps).put("updates", updates);
        var findings = Json.array();
        var all = result.putArray("measurements");
        for (var each : measurements) {
            var node = all.addObject()
                    .put("what", each.what())
                    .put("threads", each.threads())
                    .put("median", each.median())
                    .put("lowest", each.lowest())
                    .put("highest", each.highest())
                    .put("cpuMicros", each.cpuMicros())
                    .put("coresBusy", each.coresBusy())
                    .put("perCore", each.perCore())
                    .put("bar", each.bar())
                    .put("held", each.isHeld());
            each.rates().forEach(node.putArray("rates")::add);
            if (!each.isHeld()) {
                Output.finding(
                        findings,
                        "too-slow",
                        each.what(),
                        "%.0f a second, %.0f a busy core; the bar is %.0f"
                                .formatted(each.median(), each.perCore(), each.bar()));
            }
        }
        found.write(result, findings);
        return Output.document("bench", findings.isEmpty(), result, findings);
    }
}
