package com.lifeverse.local.wire.queues;

import com.lifeverse.local.queue.Message;
import com.lifeverse.local.queue.Queues;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Receives that wait for a message, as the caller's thread does: it ends when one comes, or with the caller's patience. */
final class Polls {
    private final Queues queues;
    private final InstantSource clock;

    Polls(Queues queues, InstantSource clock) {
        this.queues = queues;
        this.clock = clock;
    }

    List<Message> receive(String queue, int most, Duration hidden, Duration patience) {
        var found = Sqs.translated(() -> queues.receive(queue, most, hidden));
        if (!found.isEmpty() || patience.isZero()) {
            return found;
        }
        var news = new Semaphore(0);
        Runnable wake = news::release;
        queues.watch(queue, wake);
        try {
            long end = System.nanoTime() + patience.toNanos();
            for (long left = patience.toNanos(); left > 0 && found.isEmpty(); left = end - System.nanoTime()) {
                found = queues.receive(queue, most, hidden);
                if (found.isEmpty() && news.tryAcquire(pause(queue, left), TimeUnit.NANOSECONDS)) {
                    news.drainPermits();
                }
            }
            return found.isEmpty() ? queues.receive(queue, most, hidden) : found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            queues.unwatch(queue, wake);
        }
    }

    /** No longer than until a hidden message can be received. */
    private long pause(String queue, long left) {
        return queues.nextVisible(queue)
                .map(at -> Math.max(
                        1_000_000, Duration.between(clock.instant(), at).toNanos()))
                .map(until -> Math.min(until, left))
                .orElse(left);
    }
}
