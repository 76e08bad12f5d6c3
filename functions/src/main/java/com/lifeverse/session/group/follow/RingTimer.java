package com.lifeverse.session.group.follow;

import com.lifeverse.session.group.desk.Contended;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Wakes timers. One that wakes twice does no more than once. */
public final class RingTimer {
    /** What becomes of a timer that was woken. */
    public enum Outcome {
        /** Its time has not come. */
        SLEEPS_ON,
        /** What was due is written, or will not fall due any more. */
        DONE
    }

    private final GroupDesk desk;

    public RingTimer(GroupDesk desk) {
        this.desk = desk;
    }

    /**
     * Wakes it: one read, and one write if it rings.
     *
     * @throws Contended if others were at the group each time
     */
    public Outcome wake(GroupTimer timer, Supplier<UUID> ids, Instant now) {
        if (!timer.rings(now)) {
            return desk.awaits(timer.groupId(), timer.section(), timer.dueAt(), now) ? Outcome.SLEEPS_ON : Outcome.DONE;
        }
        var outcome = desk.settle(timer.groupId(), timer.section(), ids, now);
        return switch (outcome) {
            case GroupOutcome.Done _, GroupOutcome.NotFound _, GroupOutcome.Refused _, GroupOutcome.Stale _ ->
                Outcome.DONE;
            case GroupOutcome.Contended() -> throw new Contended(timer.groupId());
        };
    }
}
