package com.lifeverse.trigger;

import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.Burn.Spent;
import java.time.Instant;

/** Where it is known how the breakers of triggers stand, and counted what is spent. */
public interface Breakers {
    /** How it stands, or stood a moment ago. */
    Breaker of(String trigger, Instant now);

    /**
     * Counts what a firing spends.
     *
     * @param breaker as it stands
     * @param amount in millionths of a US dollar
     * @return what was spent in the stretches of now, as far as is known: never more than was, perhaps a little less
     */
    Spent spend(String trigger, Burn burn, Breaker breaker, long amount, Instant now);

    /** Writes how it stands now, unless somebody has written since; false if so. */
    boolean put(String trigger, Breaker before, Breaker after);

    /** Where nobody watches, and nothing is ever held. */
    static Breakers unwatched() {
        return new Breakers() {
            @Override
            public Breaker of(String trigger, Instant now) {
                return Breaker.NEW;
            }

            @Override
            public Spent spend(String trigger, Burn burn, Breaker breaker, long amount, Instant now) {
                return new Spent(0, 0);
            }

            @Override
            public boolean put(String trigger, Breaker before, Breaker after) {
                return true;
            }
        };
    }
}
