package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.decide.Decision;
import java.util.Locale;

/** What can come of an event for a trigger, as a report counts it. */
public enum Outcome {
    FIRED,
    HELD_BACK,
    COUNTED,
    WAITING,
    ABSORBED,
    ANSWERED,
    DUPLICATE,
    CAPPED,
    COOLING,
    THROTTLED,
    QUIET,
    CAP_USED_UP,
    BUDGET_USED_UP,
    HELD_BY_BREAKER,
    UNREADABLE,
    TOO_LATE,
    LOOP_STOPPED,
    NOT_FOR_PLAYER;

    /** As reports call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(Decision decision) {
        return switch (decision) {
            case Decision.Fired _ -> FIRED;
            case Decision.Holding _ -> HELD_BACK;
            case Decision.Counted _ -> COUNTED;
            case Decision.Waiting _ -> WAITING;
            case Decision.Absorbed _ -> ABSORBED;
            case Decision.Answered _ -> ANSWERED;
            case Decision.Duplicate _ -> DUPLICATE;
            case Decision.Capped _ -> CAPPED;
            case Decision.Cooling _ -> COOLING;
            case Decision.Throttled _ -> THROTTLED;
            case Decision.Quiet _ -> QUIET;
            case Decision.Exhausted exhausted -> exhausted.pool().equals("cap") ? CAP_USED_UP : BUDGET_USED_UP;
            case Decision.Tripped _ -> HELD_BY_BREAKER;
            case Decision.Unreadable _ -> UNREADABLE;
            case Decision.TooLate _ -> TOO_LATE;
            case Decision.LoopStopped _ -> LOOP_STOPPED;
            case Decision.NotForPlayer _ -> NOT_FOR_PLAYER;
        };
    }
}
