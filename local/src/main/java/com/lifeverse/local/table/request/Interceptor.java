package com.lifeverse.local.table.request;

import java.util.Collection;

/**
 * Looks in on every call, so that faults can be made on purpose: what it throws, the caller gets. Before the call it
 * keeps the effect from happening; after it, the effect is there and only the answer is lost.
 */
public interface Interceptor {
    /** Lets everything pass. */
    Interceptor NONE = new Interceptor() {};

    /** {@code operation} as AWS names it, about to be made on {@code tables}. */
    default void before(String operation, Collection<String> tables) {}

    /** {@code operation} has been made, its answer is on the way. Not called for a call that was refused. */
    default void after(String operation, Collection<String> tables) {}
}
