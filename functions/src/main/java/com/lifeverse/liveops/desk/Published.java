package com.lifeverse.liveops.desk;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What players have of an event.
 *
 * @param killedIn regions where an operator has switched it off
 */
public record Published(Revision revision, SortedSet<String> killedIn) {
    public Published {
        killedIn = Collections.unmodifiableSortedSet(new TreeSet<>(killedIn));
    }

    /** The event's name. */
    public String id() {
        return revision.event().id();
    }
}
