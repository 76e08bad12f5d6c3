package com.lifeverse.liveops.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The live events that players have, as a function remembers them for as long as clients go without asking for a timeline: whoever
 * plays knows no more. All of them are read at once, a read unit for each 4 KB, once in that time.
 */
public final class PublishedEvents {
    private final Definitions definitions;
    private final InstantSource clock;
    private final Duration remembered;
    private Instant until = Instant.MIN;
    private List<Published> known = List.of();

    /** Remembers them for so long. */
    public PublishedEvents(Definitions definitions, InstantSource clock, Duration remembered) {
        this.definitions = definitions;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** All, as they were at most so long ago. */
    public synchronized List<Published> all() {
        var now = clock.instant();
        if (!now.isBefore(until)) {
            known = definitions.catalogue().published();
            until = now.plus(remembered);
        }
        return known;
    }

    /** The one of that name; empty if players have none. */
    public Optional<Published> find(String id) {
        return all().stream().filter(published -> published.id().equals(id)).findFirst();
    }
}
