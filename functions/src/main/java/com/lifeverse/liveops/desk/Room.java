package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.lint.Finding;
import java.time.Instant;
import java.util.List;

/** Whether what is to be published can be brought to players beside all that they have. */
@FunctionalInterface
public interface Room {
    /** For whatever comes. */
    Room ENOUGH = (_, _, _) -> List.of();

    /**
     * What stands against it.
     *
     * @param catalogue what players have, be it an older revision of the same event
     */
    List<Finding> findings(Catalogue catalogue, Published wanted, Instant now);
}
