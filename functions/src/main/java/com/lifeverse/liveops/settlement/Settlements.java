package com.lifeverse.liveops.settlement;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The ledger of settlements. An outage is an exception. */
public interface Settlements {
    /** Enters a settlement unless it is there; one write unit. */
    void open(Settlement settlement);

    /** A read unit; empty if it was never entered. */
    Optional<Settlement> find(String event, LocalDateTime occurrence, String id);

    /** Notes what a round's inventory found; noted again, it is the same. One write unit. */
    void note(String event, LocalDateTime occurrence, String id, int round, Tally found);

    /** Notes that a file is done; noted again, it is one. One write unit. */
    void done(String id, Progress.Part part);

    /** The files that are done, of all rounds: half a read unit for each 4 KB, some thirty files. */
    List<Progress.Part> parts(String id);

    /** Writes that nothing is owed any more, and tells it; the second time nothing happens. Two write units. */
    void close(String event, LocalDateTime occurrence, String id, Tally found, Instant now, Envelope news);

    /** The settlements of an event, the latest occurrence first; half a read unit for each 4 KB. */
    List<Settlement> latest(String event, int most);
}
