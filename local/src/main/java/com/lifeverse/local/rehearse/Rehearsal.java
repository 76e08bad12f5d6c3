package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.flip.lambda.FlipSweepFunction;
import com.lifeverse.liveops.run.RunPolicy;
import com.lifeverse.liveops.run.lambda.EventRunFunction;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.simulate.fault.FaultPlan;
import com.lifeverse.local.simulate.world.Disk;
import com.lifeverse.local.simulate.world.Snapshot;
import com.lifeverse.local.simulate.world.World;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.AwsClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Plays a live event from its publication until it is over for everybody, in virtual time on one thread, and says how it went. The same
 * script on the same assembly is the same rehearsal. It touches nothing but a stack of its own in memory.
 *
 * @param meant what bots should have: usually what staff publish; all that differs from it is a finding
 * @param faults what goes wrong; usually nothing
 * @param adapters what stands between functions and services; usually nothing
 */
public record Rehearsal(Script script, LiveEvent meant, FaultPlan faults, UnaryOperator<AwsClients> adapters) {
    private static final Duration DEPLOYED_BEFORE = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofHours(6);

    /** With nothing that goes wrong. */
    public static Rehearsal of(Script script) {
        return new Rehearsal(script, script.event(), FaultPlan.calm(), UnaryOperator.identity());
    }

    /** The same while something goes wrong. */
    public Rehearsal with(FaultPlan wrong) {
        return new Rehearsal(script, meant, wrong, adapters);
    }

    /** The same, judged as if another event had been meant. */
    public Rehearsal meaning(LiveEvent other) {
        return new Rehearsal(script, other, faults, adapters);
    }

    /** The same with something between functions and services. */
    public Rehearsal tampered(UnaryOperator<AwsClients> tampering) {
        return new Rehearsal(script, meant, faults, tampering);
    }

    /**
     * Plays it.
     *
     * @param assembly what is deployed
     * @param progress is told now and then how far time has come
     * @throws IllegalStateException if the stack refuses the event
     */
    public Performance play(Path assembly, Consumer<Instant> progress) {
        return play(stage(script, assembly), progress);
    }

    /** A stage for that script, just deployed; several rehearsals of it may be played there, each as if it were the first. */
    static Snapshot stage(Script script, Path assembly) {
        return Snapshot.of(assembly, script.begins().minus(DEPLOYED_BEFORE));
    }

    /** As the other, on that {@linkplain #stage stage}. */
    Performance play(Snapshot snapshot, Consumer<Instant> progress) {
        var random = new SplittableRandom(script.seed());
        var making = new World.Making(snapshot, Disk.inMemory(), script.begins(), random.split(), faults, adapters);
        try (var world = new World(making)) {
            return play(world, random, progress);
        }
    }

    private Performance play(World world, SplittableRandom random, Consumer<Instant> progress) {
        var accounts = new Accounts();
        var crew = new Crew(world.stack(), accounts);
        script.needed().forEach(crew::publish);
        script.part().feat().ifPresent(feat -> crew.enforce(feat.trigger()));
        crew.publish(script.file());
        var since = world.now();
        world.advance(Duration.ofMinutes(1));
        var diary = new Diary();
        var takings = new Takings();
        var expectation = new Expectation(script, published(since));
        var personas = Persona.draw(script.event(), script.players(), random.split());
        var umpire = script.part().feat().map(feat -> new Umpire(feat, world, random.split()));
        var scene = new Scene(expectation, world, diary, takings, new TimelineKeys.Checked(), umpire);
        var bots = new ArrayList<Bot>();
        for (var who : personas) {
            bots.add(new Bot(who, scene, random.split(), random.split()));
        }
        bots.forEach(Bot::begin);
        while (world.now().isBefore(script.ends())) {
            var left = Duration.between(world.now(), script.ends());
            world.advance(left.compareTo(STEP) < 0 ? left : STEP);
            progress.accept(world.now());
        }
        var flips = Flips.of(
                expectation.published(), crew.flips(script.event().id()), since, world.now(), late(world.stack()));
        var settlements = crew.settlements(script.event().id());
        world.wire()
                .exchanges()
                .forEach(each ->
                        accounts.add(each.at(), each.request(), each.response(), takings.isJudged(each.response())));
        var tables = tables(world.stack());
        var books = Books.of(
                world.stack(),
                script.event().id(),
                settlements,
                policy(world.stack(), EventRunFunction.class, RunPolicy.class).grace());
        return new Performance(
                script,
                List.copyOf(bots),
                diary,
                flips,
                new Reckoning(expectation, bots, takings, books),
                accounts,
                tables,
                world.faults().seen().stream().map(String::valueOf).toList());
    }

    private Published published(Instant since) {
        return new Published(
                new Revision(1, "ann", since, meant, Json.plain(script.file().document())), since, new TreeSet<>());
    }

    /** How late a flip may be on this stage before somebody is called. */
    private static Duration late(LocalStack stack) {
        return policy(stack, FlipSweepFunction.class, LiveopsPolicy.class).late();
    }

    private static <P extends Record> P policy(LocalStack stack, Class<?> function, Class<P> policy) {
        return stack.functionSettings().stream()
                .filter(each -> each.handler().startsWith(function.getName()))
                .findFirst()
                .map(each -> Settings.require(each.variables()).policy(policy))
                .orElseThrow(() ->
                        new IllegalStateException("There is no %s on this stage".formatted(function.getSimpleName())));
    }

    private static List<Performance.TableUse> tables(LocalStack stack) {
        var uses = new TreeMap<String, Performance.TableUse>();
        for (var table : stack.tables().listTables().tableNames()) {
            var used = stack.consumed(table);
            if (used.readUnits() + used.writeUnits() > 0) {
                uses.put(table, new Performance.TableUse(table, used.readUnits(), used.writeUnits()));
            }
        }
        return List.copyOf(uses.values());
    }
}
