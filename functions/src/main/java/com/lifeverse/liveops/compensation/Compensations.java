package com.lifeverse.liveops.compensation;

import com.lifeverse.platform.Envelope;
import java.util.List;
import java.util.Optional;

/** The ledger of compensations; an entry of it is never taken away. An outage is an exception. */
public interface Compensations {
    /** A read unit for each 4 KB, which is one. */
    Optional<Compensation> find(String id);

    /**
     * Writes it, and what is to be told, if nobody else has written since it was read: one write unit for each KB, which is two or three.
     *
     * @param after whose version is one more than that of what was read
     * @param news at most one
     * @return false if somebody else has
     */
    boolean write(Compensation after, Optional<Envelope> news);

    /** The latest by the time of their handing in; half a read unit for each 4 KB of all there are, some five. */
    List<Compensation> latest(int most);

    /** Notes that some lines are done; noted again, it is as it was noted last. One write unit. */
    void done(String id, Reconciliation.Part part);

    /** The parts that are done; half a read unit for each 4 KB, some twenty. */
    List<Reconciliation.Part> parts(String id);
}
