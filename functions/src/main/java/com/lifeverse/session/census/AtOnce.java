package com.lifeverse.session.census;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Does several things at the same time, so that the patience of one call is not spent waiting for one answer after another. */
public final class AtOnce {
    private final Executor executor;

    /** With threads of this executor; with {@code Runnable::run}, one after another. */
    public AtOnce(Executor executor) {
        this.executor = executor;
    }

    /** Does all, so many at a time, and gives what came of them in their order. What one throws is thrown when those beside it are done. */
    <T> List<T> all(List<Supplier<T>> things, int most) {
        var came = new ArrayList<T>();
        for (int from = 0; from < things.size(); from += most) {
            var begun = things.subList(from, Math.min(from + most, things.size())).stream()
                    .map(thing -> CompletableFuture.supplyAsync(thing, executor))
                    .toList();
            try {
                CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
            } catch (CompletionException failed) {
                throw unwrapped(failed);
            }
            begun.forEach(each -> came.add(each.join()));
        }
        return came;
    }

    private static RuntimeException unwrapped(CompletionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException cause -> cause;
            case Error error -> throw error;
            case null, default -> failed;
        };
    }
}
