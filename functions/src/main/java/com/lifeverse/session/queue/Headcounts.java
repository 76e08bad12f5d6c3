package com.lifeverse.session.queue;

import java.util.Optional;

/** Where the queue learns how many are online. */
public interface Headcounts {
    /** The last count that was finished; empty if there is none yet. One read unit. */
    Optional<Headcount> last();
}
