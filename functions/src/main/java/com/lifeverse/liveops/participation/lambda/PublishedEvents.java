package com.lifeverse.liveops.participation.lambda;

import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The live events that players have, as a function remembers them for as long as clients go without asking for a timeline: whoever
 * plays knows no more. All of them are read at once, a read unit for each 4 KB, once in that time.
 */
final class PublishedEvents {
    private final Definitions definitions;
    private final InstantSource clock;
    private final LiveopsPolicy policy;
    private Instant until = Instant.MIN;
    private List<Published> known = List.of();

    PublishedEvents(Definitions definitions, InstantSource clock, LiveopsPolicy policy) {
        this.definitions = definitions;
        this.clock = clock;
        this.policy = policy;
    }

    synchronized List<Published> all() {
        var now = clock.instant();
        if (!now.isBefore(until)) {
            known = definitions.catalogue().published();
            until = now.plus(policy.poll());
        }
        return known;
    }

    Optional<Published> find(String id) {
        return all().stream().filter(published -> published.id().equals(id)).findFirst();
    }
}
