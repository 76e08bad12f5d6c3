package com.lifeverse.liveops.timeline;

import com.lifeverse.platform.Envelope;
import java.util.Optional;

/** Where it is kept which timelines are the newest. */
public interface Pointers {
    /** As of now: one read unit. */
    Optional<Pointer> read();

    /** As of a second ago at most: half a read unit. */
    Optional<Pointer> glance();

    /** Makes it the newest, and tells it. False if there is one of its version already, or a newer one. */
    boolean raise(Pointer next, Envelope news);
}
