package com.lifeverse.local.simulate.prove;

import com.lifeverse.local.simulate.Scenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that is proven by a full count. Who has something to add, adds it here. */
public final class Checks {
    /** How many seeds of each scenario are the full count. */
    public static final long SEEDS = 10_000;

    private Checks() {}

    /**
     * All checks of the checkout in {@code home}, whose assembly is there.
     *
     * @param seeds how many of each scenario are played
     */
    public static List<Check> of(Path home, Path assembly, long seeds) {
        var tests = new TestProcess(home);
        var checks = new ArrayList<Check>();
        Scenarios.all().forEach(scenario -> checks.add(new SimulationCheck(scenario, seeds, assembly)));
        checks.add(new TestCheck(
                "expressions",
                "1,000,000 random expressions and items: the engine agrees with a reference that shares no code with it",
                "com.lifeverse.local.table.reference.DifferentialTest",
                "lifeverse.cases",
                1_000_000,
                50_000,
                tests));
        checks.add(new TestCheck(
                "serializability",
                "16 threads of random transactions over shared items, 40,000 operations each in memory and on file: every"
                        + " history is serializable",
                "com.lifeverse.local.table.history.SerializabilityTest",
                "lifeverse.operations",
                40_000,
                2_000,
                tests));
        checks.add(new TestCheck(
                "phases",
                "1,000,000 moments of live events around every change of clocks of two years and at every offset: the phase is"
                        + " what a walk through each minute says",
                "com.lifeverse.liveops.calendar.PhasesReferenceTest",
                "lifeverse.cases",
                1_000_000,
                100_000,
                tests));
        checks.add(new TestCheck(
                "kill",
                "200 rounds of kill -9 under load: no acknowledged write lost, no half transaction seen",
                "com.lifeverse.local.durable.KillTest",
                "lifeverse.rounds",
                200,
                20,
                tests));
        checks.add(new TestCheck(
                "verdicts",
                "1,000,000 pairs of trigger and event, at least a tenth of them matching, with every operator: the index"
                        + " finds what event-ruler says of each pattern by itself",
                "com.lifeverse.trigger.match.aws.VerdictsTest",
                "lifeverse.pairs",
                1_000_000,
                100_000,
                tests));
        checks.add(new TestCheck(
                "dry-run",
                "a dry run of 1,000,000 archived events of 667,000 players in a heap of 40 MB",
                "com.lifeverse.local.dryrun.DryRunMemoryTest",
                "lifeverse.events",
                1_000_000,
                1_000_000,
                tests));
        checks.add(new TestCheck(
                "dry-run-counts",
                "2 times 60,000 events for a trigger of each of 13 kinds: a dry run of them counts, outcome by outcome, what the engine with its tables"
                        + " then does in the same order and virtual time",
                "com.lifeverse.local.dryrun.DryRunTest",
                "lifeverse.events",
                60_000,
                12_000,
                tests));
        checks.add(new TestCheck(
                "settlement",
                "the rewards of 100,000 players settled from files in S3, the process killed ten times at random meanwhile: it goes on where it"
                        + " was, and each reward is asked for and granted once",
                "com.lifeverse.local.stack.SettlementKillTest",
                "lifeverse.players",
                100_000,
                100_000,
                tests));
        return List.copyOf(checks);
    }
}
