package com.lifeverse.local.cli;

import com.lifeverse.local.simulate.Report;
import com.lifeverse.local.simulate.Run;
import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Scenarios;
import com.lifeverse.local.simulate.Season;
import com.lifeverse.local.simulate.SeedRange;
import com.lifeverse.local.simulate.Simulation;
import com.lifeverse.local.simulate.Tally;
import com.lifeverse.local.simulate.fault.FaultRates;
import com.lifeverse.local.simulate.world.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays seeds of a scenario in virtual time, with faults at every call. */
@Command(
        name = "simulate",
        description = {
            "Plays the whole stack in virtual time while everything goes wrong that can: calls are delayed, overtaken,"
                    + " repeated, lost, throttled, functions crash, the stack ends and starts again. A seed is a run, to the byte.",
            "Exit 1 if something does not hold: prints the seed, the step and what led there. One seed prints all its steps.",
            "One seed prints the same every time, to the byte; how long it took goes to stderr then.",
            "Faults: delay reorder throttle conflict lost-request lost-reply duplicate late-duplicate crash time-out restart."
                    + " A rate is the share of all calls at which it happens, and each run has an intensity of its own from 0 to 4"
                    + " that it is multiplied with: so all rates together are 0.25 at most.",
            "Example: ./dev simulate first-light --seed 164",
            "Example: ./dev simulate --seeds 500 --from 1001 --faults crash,restart=0.01"
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int SHOWN_WHOLE = 3;
    private static final long USUAL = 200;

    @Parameters(paramLabel = "SCENARIO", arity = "0..1", description = "The scenario; without it, all there are.")
    private @Nullable String name;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds; without it, 200.")
    private @Nullable Long seeds;

    @Option(names = "--from", paramLabel = "S", description = "The first of them; without it, 1.")
    private @Nullable Long from;

    @Option(names = "--seed", paramLabel = "N", description = "One seed, with its whole timeline.")
    private @Nullable Long seed;

    @Option(
            names = "--faults",
            paramLabel = "KIND[=RATE],...",
            description = "Only these, at these rates: crash,restart=0.01. Also: all, none.")
    private @Nullable String faults;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many seeds are played at once; without it, one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, Exit.Unusable, InterruptedException {
        var range = range();
        var simulations = simulations();
        var line = Objects.requireNonNull(spec).commandLine();
        var played = new Played(range);
        for (var simulation : simulations) {
            play(simulation, range, line.getOut(), line.getErr(), played);
        }
        if (json) {
            Output.print(line.getOut(), played.document());
        } else if (simulations.size() > 1) {
            line.getOut().println("together: " + played.total().summary());
            line.getOut().flush();
            tellPace(range, "together: " + played.total().pace(), line.getOut(), line.getErr());
        }
        return played.total().held() ? Exit.FINE : Exit.FINDINGS;
    }

    private SeedRange range() throws Exit.Usage {
        try {
            return seed == null
                    ? SeedRange.from(Objects.requireNonNullElse(from, 1L), Objects.requireNonNullElse(seeds, USUAL))
                    : SeedRange.only(seed);
        } catch (IllegalArgumentException e) {
            throw new Exit.Usage(String.valueOf(e.getMessage()));
        }
    }

    private List<Simulation> simulations() throws Exit.Usage, Exit.Unusable {
        if (threads < 1) {
            throw new Exit.Usage("--threads must be at least 1");
        }
        if (seed != null && (seeds != null || from != null)) {
            throw new Exit.Usage("--seed excludes --seeds and --from");
        }
        var chosen = scenarios();
        var rates = rates();
        if (!Files.exists(Home.assembly().resolve("manifest.json"))) {
            throw new Exit.Unusable("There is no assembly in " + Home.assembly() + "; ./dev synth makes it.");
        }
        var snapshot = Snapshot.of(Home.assembly());
        return chosen.stream()
                .map(scenario -> Simulation.of(scenario, snapshot))
                .map(simulation -> rates.map(simulation::with).orElse(simulation))
                .toList();
    }

    private Optional<FaultRates> rates() throws Exit.Usage {
        try {
            return Optional.ofNullable(faults).map(FaultRates::parse).map(Simulation::playable);
        } catch (IllegalArgumentException e) {
            throw new Exit.Usage(String.valueOf(e.getMessage()));
        }
    }

    private List<Scenario> scenarios() throws Exit.Usage {
        if (name == null) {
            return Scenarios.all();
        }
        var known = Scenarios.all().stream().map(Scenario::name).collect(Collectors.joining(" "));
        return List.of(Scenarios.named(name)
                .orElseThrow(() ->
                        new Exit.Usage("There is no scenario '%s'; the scenarios are: %s".formatted(name, known))));
    }

    private void play(Simulation simulation, SeedRange range, PrintWriter out, PrintWriter errors, Played played)
            throws InterruptedException {
        var scenario = simulation.scenario().name();
        var progress = new ProgressLines(errors);
        var tally = new Season(simulation, threads).play(range, (run, soFar) -> {
            played.add(run);
            if (!json && seed != null) {
                run.timeline().lines().forEach(out::println);
            }
            if (!json && !run.held()) {
                tell(run, soFar, out);
            }
            progress.sometimes(() -> "%s: %,d of %,d seeds, %d failed"
                    .formatted(
                            scenario,
                            soFar.seeds(),
                            range.count(),
                            soFar.failed().size()));
        });
        played.add(scenario, tally);
        if (!json) {
            out.println("%s %s: %s".formatted(scenario, range, tally.summary()));
            out.flush();
        }
        tellPace(range, "%s %s: %s".formatted(scenario, range, tally.pace()), out, errors);
    }

    /** Of many seeds it is a result; of one it says nothing, and would make two runs of it differ. */
    private void tellPace(SeedRange range, String pace, PrintWriter out, PrintWriter errors) {
        var to = json || range.count() == 1 ? errors : out;
        to.println(pace);
        to.flush();
    }

    /** The first failures whole, of the others only which. */
    private static void tell(Run run, Tally soFar, PrintWriter out) {
        var lines = Report.of(run);
        lines.subList(0, soFar.failed().size() <= SHOWN_WHOLE ? lines.size() : 2)
                .forEach(out::println);
        out.flush();
    }
}
