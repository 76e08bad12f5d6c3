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

    /** The log, the latest first, {@code most} entries of it. */
    List<LogEntry> log(String id, int most);

    /** The events that players have. */
    Catalogue catalogue();

    /**
     * Writes all of a change or nothing. False if somebody else was first: then look again.
     *
     * @param news told if what players have is changed
     */
    boolean write(Change change, Envelope news);
}
