package com.lifeverse.trigger.shadow;

import java.util.Map;
import java.util.Optional;

/** Where it is counted how far versions agree, for each version that decides in the shadow. */
public interface Agreements {
    /** A version of a trigger. */
    record Shadow(String trigger, String version) {}

    /**
     * Adds what was compared, all of it or nothing.
     *
     * @param command names it; of the same command within ten minutes only the first counts
     */
    void add(Map<Shadow, Agreement> compared, String command);

    /** What has been compared with that version in all; empty if nothing. */
    Optional<Agreement> find(Shadow shadow);
}
