package com.lifeverse.liveops.desk;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What players have of an event.
 *
 * @param since since when they have this revision
 * @param killedIn regions where an operator has switched it off
 */
public record Published(Revision revision, Instant since, SortedSet<String> killedIn) {
    public Published {
        killedIn = Collections.unmodifiableSortedSet(new TreeSet<>(killedIn));
    }

    /** The event's name. */
    public String id() {
        return revision.event().id();
    }
}
