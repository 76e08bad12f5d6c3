package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.lint.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether what is to be published can be brought to players as things are: beside all that they have, with what can be given. */
@FunctionalInterface
public interface Room {
    /** For whatever comes. */
    Room ENOUGH = (_, _, _) -> List.of();

    /** For whatever comes, where rewards are settled so long after an occurrence is over. */
    static Room settling(Duration grace) {
        return new Room() {
            @Override
            public List<Finding> findings(Catalogue catalogue, Published wanted, Instant now) {
                return List.of();
            }

            @Override
            public Duration grace() {
                return grace;
            }
        };
    }

    /** Both must have none against it. */
    default Room and(Room other) {
        var one = this;
        return new Room() {
            @Override
            public List<Finding> findings(Catalogue catalogue, Published wanted, Instant now) {
                var findings = new ArrayList<>(one.findings(catalogue, wanted, now));
                findings.addAll(other.findings(catalogue, wanted, now));
                return findings;
            }

            @Override
            public Duration grace() {
                return one.grace().compareTo(other.grace()) > 0 ? one.grace() : other.grace();
            }
        };
    }

    /** How long after an occurrence is over its rewards are settled, by what players have then. */
    default Duration grace() {
        return Duration.ZERO;
    }

    /**
     * What stands against it.
     *
     * @param catalogue what players have, be it an older revision of the same event
     */
    List<Finding> findings(Catalogue catalogue, Published wanted, Instant now);
}
