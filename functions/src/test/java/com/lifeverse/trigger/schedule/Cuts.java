package com.lifeverse.trigger.schedule;

import java.util.function.Supplier;

/** Where a process ends: at its so-and-so-many-th call, before or after that was done. */
final class Cuts {
    /** The process has ended. */
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private int left = Integer.MAX_VALUE;
    private boolean done;

    /** The process ends at that call. */
    void at(int call, boolean afterItWasDone) {
        left = call;
        done = afterItWasDone;
    }

    /** Another process begins, that does not end. */
    void never() {
        left = Integer.MAX_VALUE;
    }

    <T> T answered(Supplier<T> call) {
        if (left <= 0) {
            if (done && left == 0) {
                left--;
                var _ = call.get();
            }
            throw new Cut();
        }
        left--;
        return call.get();
    }
}
