package com.lifeverse.local.simulate.world;

import com.lifeverse.local.Faults;
import com.lifeverse.local.Ground;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.function.Hosting;
import com.lifeverse.local.function.instance.FunctionLoader;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A stack just deployed, from which every run begins: the assembly read once, the functions' classes loaded once, the first
 * signing key and that of the staff's tokens made once. The keys are the process's own, and nothing of them shows in a timeline.
 */
public final class Snapshot {
    /** When it was deployed. */
    public static final Instant DEPLOYED = Instant.parse("2026-01-01T05:00:00Z");

    /** When the signing key is replaced for the first time; that takes hours. */
    public static final Instant ROTATES = Instant.parse("2026-02-01T04:00:00Z");

    private final Assembly assembly;
    private final BiFunction<String, Path, FunctionLoader> classes;
    private final Store deployed = Store.inMemory();

    private Snapshot(Assembly assembly, BiFunction<String, Path, FunctionLoader> classes) {
        this.assembly = assembly;
        this.classes = classes;
    }

    /** Deploys the assembly in that directory. */
    public static Snapshot of(Path assembly) {
        return of(assembly, DEPLOYED);
    }

    /** As the other, deployed at {@code deployed}: for runs that begin at some other time than all others. */
    public static Snapshot of(Path assembly, Instant deployed) {
        var snapshot = new Snapshot(Assembly.in(assembly), Hosting.sharedClasses());
        var faults = Faults.kept();
        var agenda = Agenda.virtual(deployed, faults::add);
        var ground = new Ground(
                snapshot.deployed,
                agenda,
                new SecureRandom(),
                Crossings.open(),
                snapshot.hosting(Crossings.open()),
                UnaryOperator.identity(),
                faults);
        try (var stack = LocalStack.on(ground, snapshot.assembly)) {
            stack.settle();
            StaffTokens.issue(stack, "operator");
        }
        if (!faults.seen().isEmpty()) {
            throw new IllegalStateException(
                    "The deployment went wrong", faults.seen().getFirst());
        }
        return snapshot;
    }

    /** An account that has nothing yet, in which {@code other} stands when a run begins. The classes are loaded already. */
    public Snapshot bare(Assembly other) {
        return new Snapshot(other, classes);
    }

    /** What was deployed. */
    public Assembly assembly() {
        return assembly;
    }

    Hosting hosting(Crossings crossings) {
        return new Hosting(crossings, true, classes);
    }

    void copyTo(Store store) {
        deployed.copyTo(store);
    }
}
