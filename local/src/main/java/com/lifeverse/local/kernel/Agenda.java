package com.lifeverse.local.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stack's one clock, and everything that waits for it. Whatever happens later or elsewhere (a delivery, a poll, a
 * wait, a time-out) is a task here, so that one object can say whether the stack is quiet and can move its time.
 *
 * <p>Three ways to drive it. {@link #real}: time passes by itself and each due task runs on a virtual thread of its own.
 * {@link #virtual}: time stands still; tasks run on the thread that calls {@link #settle} or {@link #advance}, one at a
 * time, ordered by due time and then by arrival, so that two runs are the same. {@link #stepped}: time stands still, but
 * what is due runs by itself, as in real time.
 *
 * <p>Tasks are not durable: a service keeps its own record and puts its tasks back here when it starts.
 */
public final class Agenda implements InstantSource, AutoCloseable {
    private record Entry(Instant due, long order, String what, Runnable task) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::order));
    private final boolean virtual;
    private final boolean driven;
    private final Consumer<Throwable> failures;
    private Instant virtualNow;
    private long arrivals;
    private int running;
    private boolean closed;

    private Agenda(boolean virtual, boolean driven, Instant start, Consumer<Throwable> failures) {
        this.virtual = virtual;
        this.driven = driven;
        this.virtualNow = start;
        this.failures = failures;
    }

    /** An agenda in real time. A task that throws is handed to {@code failures}. */
    public static Agenda real(Consumer<Throwable> failures) {
        return driven(new Agenda(false, true, Instant.EPOCH, failures));
    }

    /** An agenda whose time stands still at {@code start} until it is moved, and whose tasks run when they are told to. */
    public static Agenda virtual(Instant start, Consumer<Throwable> failures) {
        return new Agenda(true, false, start, failures);
    }

    /** An agenda whose time stands still at {@code start} until it is moved; what is due runs by itself. */
    public static Agenda stepped(Instant start, Consumer<Throwable> failures) {
        return driven(new Agenda(true, true, start, failures));
    }

    private static Agenda driven(Agenda agenda) {
        Thread.ofPlatform().daemon().name("agenda").start(agenda::drive);
        return agenda;
    }

    @Override
    public Instant instant() {
        if (!virtual) {
            return Clock.systemUTC().instant();
        }
        lock.lock();
        try {
            return virtualNow;
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code task} at {@code due}, or at once if that has passed. {@code what} names it in traces. */
    public void at(Instant due, String what, Runnable task) {
        lock.lock();
        try {
            if (!closed) {
                entries.add(new Entry(due, arrivals++, what, task));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code task} as soon as may be, after what is already due. */
    public void soon(String what, Runnable task) {
        at(instant(), what, task);
    }

    /** Returns when nothing is due and nothing runs. In virtual time, runs what is due, on this thread. */
    public void settle() {
        settle(Duration.ofDays(365));
    }

    /** As {@link #settle()}, but not for longer than {@code atMost} of the machine's time; false if there was more to do. */
    public boolean settle(Duration atMost) {
        if (!driven) {
            runUntil(instant());
            return true;
        }
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (left > 0 && (running > 0 || dueNow())) {
                left = changed.awaitNanos(left);
            }
            return left > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Virtual time only: moves time on by {@code by}, running on the way all that falls due, each at its own time. Where
     * tasks run on the calling thread a task may do this too, and goes on when the others have had that time.
     */
    public void advance(Duration by) {
        if (!virtual) {
            throw new IllegalStateException("Real time passes by itself; only virtual time can be advanced");
        }
        var target = instant().plus(by);
        if (driven) {
            stepUntil(target);
        } else {
            runUntil(target);
        }
    }

    /** True if time stands still until it is moved. */
    public boolean isVirtual() {
        return virtual;
    }

    /** True if tasks run on the thread that settles or advances, and on no other. */
    public boolean runsOnCaller() {
        return !driven;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            entries.clear();
            changed.signalAll();
            while (running > 0) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void stepUntil(Instant target) {
        settle();
        while (moveTowards(target)) {
            settle();
        }
    }

    /** Moves time to the next entry, at most to {@code target}; false if it is there already and nothing is due. */
    private boolean moveTowards(Instant target) {
        lock.lock();
        try {
            if (dueNow() || running > 0) {
                // Another thread has put something there since all was quiet.
                return true;
            }
            var next = entries.peek();
            var stop = next == null || next.due().isAfter(target) ? target : next.due();
            boolean moved = virtualNow.isBefore(stop);
            virtualNow = moved ? stop : virtualNow;
            changed.signalAll();
            return moved;
        } finally {
            lock.unlock();
        }
    }

    private void runUntil(Instant target) {
        for (var entry = take(target); entry != null; entry = take(target)) {
            run(entry);
        }
        lock.lock();
        try {
            if (virtualNow.isBefore(target)) {
                virtualNow = target;
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Entry take(Instant target) {
        lock.lock();
        try {
            var next = entries.peek();
            if (next == null || next.due().isAfter(target)) {
                return null;
            }
            entries.remove();
            if (virtualNow.isBefore(next.due())) {
                virtualNow = next.due();
            }
            running++;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void drive() {
        for (var due = awaitDue(); due != null; due = awaitDue()) {
            var entry = due;
            Thread.ofVirtual().name(entry.what()).start(() -> run(entry));
        }
    }

    /** The next entry, when it falls due; null when the agenda is closed. */
    private @Nullable Entry awaitDue() {
        lock.lock();
        try {
            while (!closed && !dueNow()) {
                var next = entries.peek();
                if (next == null || virtual) {
                    changed.await();
                } else {
                    changed.awaitNanos(
                            Math.max(1, Duration.between(instant(), next.due()).toNanos()));
                }
            }
            if (closed) {
                return null;
            }
            running++;
            return entries.remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean dueNow() {
        var next = entries.peek();
        return next != null && !next.due().isAfter(instant());
    }

    // The last resort: whatever a task throws is reported, and the agenda goes on.
    private void run(Entry entry) {
        try {
            entry.task().run();
        } catch (Halt end) {
            throw end;
        } catch (Throwable e) {
            failures.accept(new IllegalStateException("Task failed: " + entry.what(), e));
        } finally {
            lock.lock();
            try {
                running--;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
