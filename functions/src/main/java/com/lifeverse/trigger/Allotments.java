package com.lifeverse.trigger;

import com.lifeverse.trigger.decide.Claim;

/**
 * What all players share of a trigger: so many firings, or so much money. It is handed out in allotments, so that a taker
 * rarely has to ask: the pool is never exceeded, and what a taker that ends has left is lost.
 */
@FunctionalInterface
public interface Allotments {
    /** Takes what is claimed, for good; false if there is not so much left. */
    boolean take(String trigger, Claim claim);
}
