package com.lifeverse.local.function;

import com.lifeverse.local.function.instance.Blueprint;
import com.lifeverse.local.function.instance.FunctionLoader;
import com.lifeverse.local.function.instance.Instance;
import com.lifeverse.local.function.instance.Invocation;
import com.lifeverse.local.function.instance.Outcome;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One function with its instances. Idle instances are used again, the last one first, as Lambda does; one that is lost is
 * discarded together with its classes, so that the next starts from nothing.
 */
final class DeployedFunction implements AutoCloseable {
    private final FunctionSettings settings;
    private final BiFunction<FunctionSettings, FunctionLoader, Blueprint> blueprints;
    private final BiFunction<String, Path, FunctionLoader> loaders;
    private final Semaphore concurrency;
    private final Deque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Map<String, String> versions = new ConcurrentHashMap<>(Map.of("$LATEST", "$LATEST"));
    private @Nullable FunctionLoader classes;

    /** Runs at most as many at once as {@code concurrency} has permits. */
    DeployedFunction(
            FunctionSettings settings,
            Semaphore concurrency,
            BiFunction<String, Path, FunctionLoader> loaders,
            BiFunction<FunctionSettings, FunctionLoader, Blueprint> blueprints) {
        this.settings = settings;
        this.concurrency = concurrency;
        this.loaders = loaders;
        this.blueprints = blueprints;
    }

    FunctionSettings settings() {
        return settings;
    }

    /** Makes {@code qualifier}, a version or an alias, mean {@code version}. */
    void qualify(String qualifier, String version) {
        versions.put(qualifier, version);
    }

    /** The version that {@code qualifier} means; empty if there is no such qualifier. */
    Optional<String> version(Optional<String> qualifier) {
        return Optional.ofNullable(versions.get(qualifier.orElse("$LATEST")));
    }

    /** Runs once, now. More at once than allowed is refused as AWS refuses it. */
    Outcome run(Invocation invocation) {
        if (!concurrency.tryAcquire()) {
            throw FunctionRefusal.throttled();
        }
        try {
            var instance = Optional.ofNullable(idle.pollFirst()).orElseGet(this::newInstance);
            var outcome = instance.run(invocation);
            switch (outcome) {
                case Outcome.Answered _, Outcome.Failed _ -> idle.addFirst(instance);
                case Outcome.Lost _ -> discard(instance);
            }
            return outcome;
        } finally {
            concurrency.release();
        }
    }

    @Override
    public void close() {
        for (var instance = idle.pollFirst(); instance != null; instance = idle.pollFirst()) {
            instance.close();
        }
    }

    private Instance newInstance() {
        return new Instance(blueprints.apply(settings, classes()));
    }

    private void discard(Instance instance) {
        instance.close();
        forget(instance.classes());
    }

    private synchronized FunctionLoader classes() {
        var known = classes;
        if (known == null) {
            known = loaders.apply(settings.name(), settings.code());
            classes = known;
        }
        return known;
    }

    private synchronized void forget(FunctionLoader lost) {
        if (classes == lost) {
            classes = null;
        }
    }
}
