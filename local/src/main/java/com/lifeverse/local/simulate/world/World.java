package com.lifeverse.local.simulate.world;

import com.lifeverse.local.Faults;
import com.lifeverse.local.Ground;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Halt;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.simulate.fault.FaultPlan;
import com.lifeverse.local.simulate.fault.Injector;
import com.lifeverse.local.simulate.timeline.Timeline;
import com.lifeverse.platform.runtime.AwsClients;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A stack with everything around it, on one thread and in virtual time: clients outside, a network that loses and repeats,
 * a disk that outlives it. Ended, it is started again at the same moment, and time goes on.
 */
public final class World implements AutoCloseable {
    /**
     * What a world is made of.
     *
     * @param start when it begins
     * @param random the stack draws ids and jitter from it
     * @param adapters what stands between functions and services; usually nothing
     */
    public record Making(
            Snapshot snapshot,
            Disk disk,
            Instant start,
            RandomGenerator random,
            FaultPlan faults,
            UnaryOperator<AwsClients> adapters) {}

    private final Making making;
    private final Faults faults = Faults.kept();
    private final Timeline timeline = new Timeline();
    private final Outside outside = new Outside();
    private final Injector injector;
    private final Wire wire;
    private final Power power = new Power();
    private Agenda agenda;
    private LocalStack stack;
    private int restarts;

    public World(Making making) {
        this.making = making;
        making.snapshot().copyTo(making.disk().store());
        agenda = Agenda.virtual(making.start(), faults::add);
        injector = new Injector(making.faults(), timeline, this::agenda);
        stack = started(making.disk().store());
        wire = new Wire(outside, injector, this::stack, timeline::steps);
        outside.goOn(agenda);
    }

    /** Lets time pass. A stack that ends on the way is started again. */
    public void advance(Duration by) {
        var target = agenda.instant().plus(by);
        while (agenda.instant().isBefore(target)) {
            try {
                agenda.advance(Duration.between(agenda.instant(), target));
            } catch (Halt end) {
                restart();
            }
        }
    }

    public LocalStack stack() {
        return stack;
    }

    public Instant now() {
        return agenda.instant();
    }

    public Outside outside() {
        return outside;
    }

    public Wire wire() {
        return wire;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Injector injector() {
        return injector;
    }

    /** What went wrong with nobody there to be told. */
    public Faults faults() {
        return faults;
    }

    /**
     * From now on the stack ends behind so many durable writes as {@code gaps} says, again and again, its start and what it
     * takes up then included.
     */
    public void endBehindWrites(IntSupplier gaps) {
        power.fails(gaps);
    }

    /** No write ends the stack any more. */
    public void endNoMore() {
        power.holds();
    }

    /** How often the stack was started again. */
    public int restarts() {
        return restarts;
    }

    @Override
    public void close() {
        stack.close();
        making.disk().close();
    }

    private void restart() {
        var now = agenda.instant();
        stack.close();
        do {
            restarts++;
            timeline.note(now, "the stack ends and starts again");
            agenda = Agenda.virtual(now, faults::add);
            injector.restarted();
        } while (!restarted());
        outside.goOn(agenda);
        wire.cut();
    }

    /** False if it ends again before it has started. */
    private boolean restarted() {
        try {
            stack = started(making.disk().reopened());
            return true;
        } catch (Halt again) {
            return false;
        }
    }

    private LocalStack started(Store store) {
        store.witness(power::written);
        var ground = new Ground(
                store,
                agenda,
                making.random(),
                injector,
                making.snapshot().hosting(injector),
                making.adapters(),
                faults);
        return LocalStack.on(ground, making.snapshot().assembly());
    }

    private Agenda agenda() {
        return agenda;
    }
}
