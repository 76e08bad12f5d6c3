package com.lifeverse.session.rights;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who asked for what, one item a player and kind. An outage is an exception and never looks like absence. */
public interface DataRequests {
    /** The latest request of a kind, read consistently: one read unit. */
    Optional<DataRequest> find(String owner, DataRequest.Kind kind);

    /**
     * Keeps a request, and tells it, unless another one came before: one write unit.
     *
     * @param inPlaceOf the one that it was decided on; empty if there was none
     */
    boolean ask(DataRequest request, Optional<DataRequest> inPlaceOf, Instant sweptAt, List<Envelope> news);

    /** Says how far it is, as long as it is the same request: one write unit. */
    void put(DataRequest request, Instant sweptAt);
}
