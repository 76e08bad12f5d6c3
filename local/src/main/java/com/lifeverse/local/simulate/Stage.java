package com.lifeverse.local.simulate;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Halt;
import com.lifeverse.local.simulate.fault.Injector;
import com.lifeverse.local.simulate.world.Exchange;
import com.lifeverse.local.simulate.world.Outside;
import com.lifeverse.local.simulate.world.StaffTokens;
import com.lifeverse.local.simulate.world.Wire;
import com.lifeverse.local.simulate.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/** What a scenario's clients have around them. */
public final class Stage {
    private final World world;
    private final RandomGenerator random;
    private final long seed;

    Stage(World world, RandomGenerator random, long seed) {
        this.world = world;
        this.random = random;
        this.seed = seed;
    }

    /** What the run is made from: for a scenario that has something else for one seed in so many. */
    public long seed() {
        return seed;
    }

    /** The run's own chance. */
    public RandomGenerator random() {
        return random;
    }

    public Instant now() {
        return world.now();
    }

    /** What clients mean to do. */
    public Outside outside() {
        return world.outside();
    }

    /** How clients reach the API. */
    public Wire wire() {
        return world.wire();
    }

    /** All that the API has answered. */
    public List<Exchange> exchanges() {
        return world.wire().exchanges();
    }

    /** From now on {@code witness} sees what really happens at every crossing. */
    public void witness(Injector.Witness witness) {
        world.injector().add(witness);
    }

    /** The step that the run is at, for violations to name. */
    public int step() {
        return world.timeline().steps();
    }

    /** The stack as it runs at the moment; after a restart it is another one. */
    public LocalStack stack() {
        return world.stack();
    }

    /** A token of somebody of the staff, for a day. */
    public String staff(String role) {
        return StaffTokens.issue(world.stack(), role);
    }

    /** After {@code wait} the stack ends, whatever it is at, and starts again on its store. */
    public void endIn(Duration wait) {
        outside().in(wait, "the power fails", () -> {
            throw new Halt();
        });
    }

    /**
     * From now on the stack ends right behind one of its durable writes, whatever it is at, and starts again, until
     * {@link #endNoMore}.
     *
     * @param gaps how many writes it makes until then
     */
    public void endBehindWrites(IntSupplier gaps) {
        world.endBehindWrites(gaps);
    }

    /** No write ends the stack any more. */
    public void endNoMore() {
        world.endNoMore();
    }

    /** How often the stack has been started again: what happens in one life of it has one number. */
    public int life() {
        return world.restarts();
    }

    /** The network, for clients that speak to services and not to the API: who hears nothing gets {@code Unanswered}. */
    public Crossings network() {
        return world.injector();
    }

    /** A span between two, evenly drawn. */
    public Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    /** True in {@code share} of all cases. */
    public boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
