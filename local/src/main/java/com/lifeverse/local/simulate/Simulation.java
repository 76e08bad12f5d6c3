package com.lifeverse.local.simulate;

import com.lifeverse.local.simulate.fault.FaultRates;
import com.lifeverse.local.simulate.fault.Injected;
import com.lifeverse.local.simulate.fault.SeededFaults;
import com.lifeverse.local.simulate.world.Disk;
import com.lifeverse.local.simulate.world.Snapshot;
import com.lifeverse.local.simulate.world.World;
import com.lifeverse.platform.runtime.AwsClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Plays seeds of a scenario. A seed says when the run begins, what clients do, what goes wrong and every id that is drawn;
 * the same seed is the same run, to the byte.
 */
public final class Simulation {
    /** How the intensity of a run's troubles is drawn: some runs are almost calm, in some hardly anything works. */
    private static final List<Double> INTENSITIES = List.of(0.0, 0.3, 1.0, 1.0, 2.0, 4.0);

    private static final Duration START_WITHIN = Duration.ofDays(14);

    /** One seed in so many begins a moment before the signing key is replaced, and lives through that. */
    private static final long ROTATING = 100;

    private static final Duration BEFORE_ROTATION = Duration.ofMinutes(20);
    private static final Duration ROUND = Duration.ofMinutes(16);
    private static final int ROUNDS = 120;
    private static final Duration LAST_LOOK = Duration.ofMinutes(10);

    private final Snapshot snapshot;
    private final Scenario scenario;
    private final FaultRates rates;
    private final UnaryOperator<AwsClients> adapters;
    private final Supplier<Disk> disks;

    private Simulation(
            Snapshot snapshot,
            Scenario scenario,
            FaultRates rates,
            UnaryOperator<AwsClients> adapters,
            Supplier<Disk> disks) {
        this.snapshot = snapshot;
        this.scenario = scenario;
        this.rates = rates;
        this.adapters = adapters;
        this.disks = disks;
    }

    /** With the faults that the scenario wants, in memory. */
    public static Simulation of(Scenario scenario, Snapshot snapshot) {
        return new Simulation(snapshot, scenario, scenario.faults(), UnaryOperator.identity(), Disk::inMemory);
    }

    /**
     * With these rates, before a run's intensity.
     *
     * @throws IllegalArgumentException if the highest intensity would make more faults than crossings
     */
    public Simulation with(FaultRates chosen) {
        return new Simulation(snapshot, scenario, playable(chosen), adapters, disks);
    }

    /**
     * The same rates, which runs can have.
     *
     * @throws IllegalArgumentException if the highest intensity would make more faults than crossings
     */
    public static FaultRates playable(FaultRates chosen) {
        double worst = Collections.max(INTENSITIES);
        if (chosen.total() * worst > 1) {
            throw new IllegalArgumentException(
                    "Rates must add up to %s at most, not to %s: a run has an intensity of up to %s, by which they are multiplied"
                            .formatted(1 / worst, chosen.total(), worst));
        }
        return chosen;
    }

    /** With something between functions and services: how tests break a rule, to see that it is noticed. */
    public Simulation tampered(UnaryOperator<AwsClients> tampering) {
        return new Simulation(snapshot, scenario, rates, tampering, disks);
    }

    /** On other disks, one for each run. */
    public Simulation on(Supplier<Disk> chosen) {
        return new Simulation(snapshot, scenario, rates, adapters, chosen);
    }

    public Scenario scenario() {
        return scenario;
    }

    /** Plays one seed. Several may be played at once, each on a thread of its own. */
    public Run play(long seed) {
        var random = new SplittableRandom(seed);
        var start = start(seed, random.nextLong(START_WITHIN.toMillis()));
        var intensity = INTENSITIES.get(random.nextInt(INTENSITIES.size()));
        var faults = new SeededFaults(rates.times(intensity), random.split());
        var making = new World.Making(ground(seed), disks.get(), start, random.split(), faults, adapters);
        try (var world = new World(making)) {
            var violations = new ArrayList<Violation>();
            var play = scenario.begin(new Stage(world, random.split(), seed));
            world.advance(play.troubled());
            faults.quiet();
            play.calm();
            var rest = comeToRest(world);
            rest.left().forEach(left -> violations.add(Violation.inTheEnd("comes-to-rest", left)));
            play.finish();
            world.advance(LAST_LOOK);
            violations.addAll(play.violations());
            world.faults().seen().stream()
                    .filter(fault -> !Injected.isCauseOf(fault))
                    .forEach(fault -> violations.add(Violation.inTheEnd("no-fault-of-our-own", Causes.of(fault))));
            return new Run(
                    scenario.name(),
                    seed,
                    replay(seed),
                    violations,
                    world.timeline(),
                    Duration.between(start, world.now()),
                    world.injector().faults(),
                    world.restarts(),
                    rest.redriven(),
                    play.counts());
        }
    }

    private Snapshot ground(long seed) {
        var deployed = snapshot.assembly();
        var chosen = scenario.assembly(deployed, seed);
        return chosen.equals(deployed) ? snapshot : snapshot.bare(chosen);
    }

    private static Instant start(long seed, long within) {
        return seed % ROTATING == 0
                ? Snapshot.ROTATES.minusMillis(within % BEFORE_ROTATION.toMillis())
                : Snapshot.DEPLOYED.plusMillis(within);
    }

    private String replay(long seed) {
        var faults = rates.equals(scenario.faults()) ? "" : " --faults " + rates;
        return "./dev simulate %s --seed %d%s".formatted(scenario.name(), seed, faults);
    }

    /**
     * How a run came to rest.
     *
     * @param left what did not
     */
    private record Rest(List<String> left, int redriven) {}

    /** Lets time pass and hands back dead letters until nothing is left to do; what is left after all is a finding. */
    private static Rest comeToRest(World world) {
        int redriven = 0;
        for (int round = 0; round < ROUNDS; round++) {
            world.advance(ROUND);
            var operator = new Operator(world.stack());
            if (operator.unfinished().isEmpty()) {
                return new Rest(List.of(), redriven);
            }
            redriven += operator.redrive();
        }
        return new Rest(new Operator(world.stack()).unfinished(), redriven);
    }
}
