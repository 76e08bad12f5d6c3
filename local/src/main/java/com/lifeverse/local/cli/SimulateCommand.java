package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Report;
import com.lifeverse.local.simulate.Run;
import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Scenarios;
import com.lifeverse.local.simulate.Simulation;
import com.lifeverse.local.simulate.Tally;
import com.lifeverse.local.simulate.world.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays seeds of a scenario in virtual time, with faults at every call. */
@Command(
        name = "simulate",
        description = {
            "Plays the whole stack in virtual time, on one thread, while everything goes wrong that can: calls are delayed,"
                    + " repeated, lost, throttled, functions crash, the stack ends and starts again. A seed is a run, to the byte.",
            "Exit 1 if something does not hold in the end: prints the seed, the step and what led there.",
            "Example: ./dev simulate --from 164 --seeds 1 --json plays seed 164 again and prints its whole timeline."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int TOLD_EVERY = 25;

    @Option(names = "--scenario", paramLabel = "NAME", description = "The scenario; without it, the first there is.")
    private @Nullable String name;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many seeds; default ${DEFAULT-VALUE}.")
    private long seeds;

    @Option(
            names = "--from",
            paramLabel = "S",
            defaultValue = "1",
            description = "The first seed; default ${DEFAULT-VALUE}.")
    private long from;

    @Option(names = "--json", description = "Print one JSON document; of a single seed, with its whole timeline.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, Exit.Unusable {
        var scenario = scenario();
        if (seeds < 1) {
            throw new Exit.Usage("--seeds must be at least 1.");
        }
        if (!Files.exists(Home.assembly().resolve("manifest.json"))) {
            throw new Exit.Unusable("There is no assembly in " + Home.assembly() + "; ./dev synth makes it.");
        }
        var line = Objects.requireNonNull(spec).commandLine();
        var failed = new ArrayList<Run>();
        var tally = play(scenario, line.getOut(), line.getErr(), failed);
        if (json && seeds > 1) {
            Output.print(line.getOut(), document(scenario, tally, failed));
        } else if (!json) {
            line.getOut().println(summary(tally));
            line.getOut().flush();
        }
        return tally.held() ? Exit.FINE : Exit.FINDINGS;
    }

    private Scenario scenario() throws Exit.Usage {
        if (name == null) {
            return Scenarios.all().getFirst();
        }
        var known = Scenarios.all().stream().map(Scenario::name).collect(Collectors.joining(" "));
        return Scenarios.named(name)
                .orElseThrow(() ->
                        new Exit.Usage("There is no scenario '%s'; the scenarios are: %s".formatted(name, known)));
    }

    private Tally play(Scenario scenario, PrintWriter out, PrintWriter progress, List<Run> failed) {
        progress.println("Deploying the stack that every run begins with");
        progress.flush();
        var simulation = Simulation.of(scenario, Snapshot.of(Home.assembly()));
        var tally = Tally.NONE;
        for (long seed = from; seed < from + seeds; seed++) {
            long began = System.nanoTime();
            var run = simulation.play(seed);
            tally = tally.and(run, Duration.ofNanos(System.nanoTime() - began));
            if (!run.held()) {
                failed.add(run);
            }
            tell(run, tally, out, progress);
        }
        return tally;
    }

    private void tell(Run run, Tally tally, PrintWriter out, PrintWriter progress) {
        if (json && seeds == 1) {
            var document = document(
                    Scenarios.named(run.scenario()).orElseThrow(), tally, run.held() ? List.of() : List.of(run));
            run.timeline().lines().forEach(((ObjectNode) document.path("result")).putArray("timeline")::add);
            Output.print(out, document);
        } else if (!run.held() && !json) {
            Report.of(run).forEach(out::println);
            out.flush();
        }
        if (tally.seeds() % TOLD_EVERY == 0 || tally.seeds() == seeds) {
            progress.println("%,d of %,d seeds, %d failed"
                    .formatted(tally.seeds(), seeds, tally.failed().size()));
            progress.flush();
        }
    }

    private static String summary(Tally tally) {
        return "%,d of %,d seeds hold: %,d steps, %,d faults, %,d restarts; %,d h of the stack's time in %,d s, virtual : real = %,d : 1"
                .formatted(
                        tally.seeds() - tally.failed().size(),
                        tally.seeds(),
                        tally.steps(),
                        tally.faults(),
                        tally.restarts(),
                        tally.virtual().toHours(),
                        tally.real().toSeconds(),
                        tally.ratio());
    }

    private ObjectNode document(Scenario scenario, Tally tally, List<Run> failed) {
        var result = Json.object()
                .put("scenario", scenario.name())
                .put("from", from)
                .put("seeds", tally.seeds())
                .put("held", tally.seeds() - tally.failed().size())
                .put("steps", tally.steps())
                .put("faults", tally.faults())
                .put("restarts", tally.restarts())
                .put("virtual", tally.virtual().toString())
                .put("real", tally.real().toString())
                .put("ratio", tally.ratio());
        var findings = Json.array();
        for (var run : failed) {
            for (var violation : run.violations()) {
                Output.finding(
                        findings,
                        violation.invariant(),
                        "/seeds/%d/steps/%d".formatted(run.seed(), Report.step(run, violation)),
                        violation.what());
            }
        }
        var excerpts = result.putObject("excerpts");
        failed.forEach(run -> Report.excerpt(run).forEach(excerpts.putArray(String.valueOf(run.seed()))::add));
        return Output.document("simulate", findings.isEmpty(), result, findings);
    }
}
