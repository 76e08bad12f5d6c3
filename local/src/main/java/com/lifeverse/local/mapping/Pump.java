package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one step at a time, for as long as the step says that there is more, and keeps nothing on the agenda when there
 * is not. A wake that comes while a step runs is not lost: the step runs once more.
 */
final class Pump {
    /** What a step wants next. */
    sealed interface Next {
        /** Another step at once. */
        record Again() implements Next {}

        /** Another step at that time, or when woken. */
        record At(Instant due) implements Next {}

        /** Nothing until woken. */
        record Idle() implements Next {}
    }

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Agenda agenda;
    private final String what;
    private final Supplier<Next> step;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Instant planned;
    private long plan;
    private boolean running;
    private boolean woken;
    private int failures;

    Pump(Agenda agenda, String what, Supplier<Next> step) {
        this.agenda = agenda;
        this.what = what;
        this.step = step;
    }

    /** Sees to it that a step begins after now. */
    void wake() {
        lock.lock();
        try {
            if (running) {
                woken = true;
            } else {
                planAt(agenda.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    private void run(long mine) {
        lock.lock();
        try {
            // A plan that an earlier one has overtaken.
            if (mine != plan || running) {
                return;
            }
            planned = null;
            running = true;
            woken = false;
        } finally {
            lock.unlock();
        }
        Next next = new Next.At(agenda.instant().plus(pause()));
        boolean failed = true;
        try {
            next = step.get();
            failed = false;
        } finally {
            // A step that throws is told of by the agenda, and tried again after a pause that grows.
            finish(next, failed);
        }
    }

    private void finish(Next next, boolean failed) {
        lock.lock();
        try {
            running = false;
            failures = failed ? failures + 1 : 0;
            if (woken && !failed) {
                planAt(agenda.instant());
                return;
            }
            switch (next) {
                case Next.Again() -> planAt(agenda.instant());
                case Next.At(var due) -> planAt(due);
                case Next.Idle() -> planned = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void planAt(Instant due) {
        if (planned != null && !due.isBefore(planned)) {
            return;
        }
        planned = due;
        long mine = ++plan;
        agenda.at(due, what, () -> run(mine));
    }

    private Duration pause() {
        var whole = Duration.ofSeconds(1L << Math.min(failures, 10));
        return whole.compareTo(LONGEST_PAUSE) < 0 ? whole : LONGEST_PAUSE;
    }
}
