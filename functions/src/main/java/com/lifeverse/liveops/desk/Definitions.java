package com.lifeverse.liveops.desk;

import com.lifeverse.platform.Envelope;
import java.util.List;
import java.util.Optional;

/** Where events are defined. An outage is an exception. */
public interface Definitions {
    /** How an event stands; empty if there is none. One read unit for each 4 KB. */
    Optional<Definition> find(String id);

    /** How all events stand, in the order of their names. */
    List<Definition> all();

    /** One revision; empty if there is none of that number. */
    Optional<Revision> revision(String id, int number);

    /** The log, the latest first, {@code most} entries of it at most. */
    default List<LogEntry> log(String id, int most) {
        return log(id, most, Optional.empty()).entries();
    }

    /**
     * A page of the log, the latest first: a read unit for each 4 KB, and all that was written is on it.
     *
     * @param most entries on it at most; a megabyte is the most it has
     * @param before of versions earlier than that; empty for the first page
     */
    Page log(String id, int most, Optional<Long> before);

    /**
     * A page of the log.
     *
     * @param next what the page after it is asked for by; empty on the last
     */
    record Page(List<LogEntry> entries, Optional<Long> next) {
        public Page {
            entries = List.copyOf(entries);
        }

        /** Entries, and whether there are more: the first thing that is done to an event makes version 1. */
        public static Page of(List<LogEntry> entries) {
            return new Page(
                    entries,
                    entries.isEmpty()
                            ? Optional.empty()
                            : Optional.of(entries.getLast().version()).filter(version -> version > 1));
        }
    }

    /** The events that players have. */
    Catalogue catalogue();

    /**
     * Writes all of a change or nothing. False if somebody else was first: then look again.
     *
     * @param news told if what players have is changed
     */
    boolean write(Change change, Envelope news);
}
