package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.lint.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether what is to be published can be brought to players as things are: beside all that they have, with what can be given. */
@FunctionalInterface
public interface Room {
    /** For whatever comes. */
    Room ENOUGH = (_, _, _) -> List.of();

    /** Both must have none against it. */
    default Room and(Room other) {
        return (catalogue, wanted, now) -> {
            var findings = new ArrayList<>(findings(catalogue, wanted, now));
            findings.addAll(other.findings(catalogue, wanted, now));
            return findings;
        };
    }

    /**
     * What stands against it.
     *
     * @param catalogue what players have, be it an older revision of the same event
     */
    List<Finding> findings(Catalogue catalogue, Published wanted, Instant now);
}
