package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.lint.Tenure;
import java.time.Instant;
import java.util.List;

/** What players had of an event, as the event itself says: nothing that is saved or repeated since can hide it. */
public final class Tenures {
    private Tenures() {}

    /**
     * The last first: what they have, and of the fifty other revisions that they had last each once. A read for each.
     *
     * @param known how the event stands: whoever writes on from it is refused where somebody has published since
     */
    public static List<Tenure> of(Definitions definitions, Definition known, Instant now) {
        return known.had(now).stream()
                .flatMap(had -> definitions.revision(known.id(), had.revision()).stream()
                        .map(revision -> new Tenure(revision.event(), had.until())))
                .toList();
    }
}
