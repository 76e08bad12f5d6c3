package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.calendar.Phase;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an event is for one player at one moment.
 *
 * @param phase empty if there is nothing to see of it
 * @param flags what it sets, as JSON
 */
record View(Optional<Phase> phase, SortedMap<String, String> flags) {
    /** There is no event. */
    static final View NOTHING = new View(Optional.empty(), new TreeMap<>());

    View {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }

    /** Players cannot tell an event that is not yet announced from one that is over: there is nothing. */
    static Optional<Phase> shown(Phase phase) {
        return Optional.of(phase).filter(each -> each != Phase.HIDDEN && each != Phase.CONCLUDED);
    }

    /** In a few words. */
    String text() {
        return phase.map(Enum::name).orElse("nothing") + (flags.isEmpty() ? "" : " " + flags);
    }
}
