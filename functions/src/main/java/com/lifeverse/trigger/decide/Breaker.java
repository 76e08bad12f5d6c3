package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.decide.Burn.Spent;
import java.time.Instant;

/**
 * What holds a trigger when it spends too fast. It opens by itself, and only people close it: what went wrong does not mend itself because money
 * stopped flowing. For one long stretch after that it is on trial, and a fast short one opens it again.
 *
 * @param since when it became so
 * @param closings how often people have closed it; what was spent before the last one does not count any more
 * @param by who made it so
 * @param note why
 */
public record Breaker(State state, Instant since, long closings, String by, String note) {
    /** How it stands. */
    public enum State {
        CLOSED,
        OPEN,
        TRIAL
    }

    private static final String ENGINE = "engine";

    /** It has never opened. */
    public static final Breaker NEW = new Breaker(State.CLOSED, Instant.EPOCH, 0, "", "");

    /** Whether it holds the trigger. */
    public boolean holds() {
        return state == State.OPEN;
    }

    /** After so much was spent. */
    public Breaker after(Spent spent, Burn burn, Instant now) {
        boolean fast = spent.fast() > burn.fastMost();
        boolean opens = switch (state) {
            case OPEN -> false;
            case CLOSED -> fast && spent.slow() > burn.most();
            case TRIAL -> fast && (now.isBefore(since.plus(burn.slow())) || spent.slow() > burn.most());
        };
        return opens ? new Breaker(State.OPEN, now, closings, ENGINE, burn.words(spent)) : this;
    }

    /** After somebody has closed it; one that does not hold stays as it is. */
    public Breaker closed(Instant now, String by, String note) {
        return holds() ? new Breaker(State.TRIAL, now, closings + 1, by, note) : this;
    }
}
