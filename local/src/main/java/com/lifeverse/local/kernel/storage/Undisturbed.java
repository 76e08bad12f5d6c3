package com.lifeverse.local.kernel.storage;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs what an interrupt must not cut short, on a thread that nobody else knows. The maps' file gives up half way when
 * its thread is interrupted.
 */
final class Undisturbed {
    private Undisturbed() {}

    /** Runs {@code action} and returns when it is done; the caller stays interrupted if it was, or has been meanwhile. */
    static void run(Runnable action) {
        var task = new FutureTask<>(action, true);
        Thread.ofPlatform().daemon().name("store").start(task);
        boolean interrupted = false;
        try {
            for (boolean done = false; !done; ) {
                try {
                    done = task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The file of the maps failed", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
