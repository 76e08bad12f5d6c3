package com.lifeverse.trigger;

import com.lifeverse.trigger.decide.Claim;

/** How much of what all players share of a trigger is handed out, for whoever explains; asking takes nothing. */
@FunctionalInterface
public interface Pools {
    /** How much of the pool and stretch of that claim processes have got so far, be it used or not. */
    long leased(String trigger, Claim claim);
}
