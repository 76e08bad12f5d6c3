package com.lifeverse.local.function;

import com.lifeverse.local.function.instance.FunctionLoader;
import com.lifeverse.local.kernel.Crossings;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * How a host keeps its instances.
 *
 * @param crossings what a handler's calls to AWS pass
 * @param onCallersThread handlers run on the thread that invokes them, so that a run has one order only
 * @param classes the classes of a function, by its name and its code
 */
public record Hosting(Crossings crossings, boolean onCallersThread, BiFunction<String, Path, FunctionLoader> classes) {
    /** As on AWS: each instance has a thread, each function classes of its own, and nothing is in the way. */
    public static Hosting isolated() {
        return new Hosting(Crossings.open(), false, FunctionLoader::of);
    }

    /** Classes loaded once for each code, by whatever function: for handlers that keep nothing in static fields. */
    public static BiFunction<String, Path, FunctionLoader> sharedClasses() {
        var known = new ConcurrentHashMap<Path, FunctionLoader>();
        return (_, code) -> known.computeIfAbsent(code, FunctionLoader::of);
    }
}
