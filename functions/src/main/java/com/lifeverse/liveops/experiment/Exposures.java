package com.lifeverse.liveops.experiment;

import com.lifeverse.platform.Envelope;
import java.util.Map;
import java.util.Optional;

/** What players were shown. An outage is an exception. */
public interface Exposures {
    /** What was noted of a player; one read unit. */
    Optional<Exposure> find(String playerId, String event, String experiment);

    /**
     * Notes it, counts it and tells it, all or nothing; eight write units. False if something else was noted meanwhile: then look again.
     *
     * @param known what was noted before
     */
    boolean note(Exposure next, Optional<Exposure> known, Envelope news);

    /** How many players were given what while the shares were those, by group. */
    Map<String, Long> counts(String event, String experiment, String split);
}
