package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.ramp.RampState;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What players have of an event.
 *
 * @param since since when they have this revision
 * @param killedIn regions where an operator has switched it off
 * @param ramp that somebody has stepped in on how it comes to more players; empty if nobody has
 */
public record Published(Revision revision, Instant since, SortedSet<String> killedIn, Optional<RampState> ramp) {
    /** With a ramp that nobody has stepped in on. */
    public Published(Revision revision, Instant since, SortedSet<String> killedIn) {
        this(revision, since, killedIn, Optional.empty());
    }

    public Published {
        killedIn = Collections.unmodifiableSortedSet(new TreeSet<>(killedIn));
    }

    /** The event's name. */
    public String id() {
        return revision.event().id();
    }
}
