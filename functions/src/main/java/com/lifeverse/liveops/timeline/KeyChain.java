package com.lifeverse.liveops.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The secrets that signing keys follow from, one after the other. A key is published days before it signs, and as long as a timeline of it
 * may be relied on: so whoever has the keys of yesterday can check today's timelines, and none is ever refused.
 *
 * @param links the oldest first; never none
 */
public record KeyChain(List<Link> links) {
    /** How long a key signs. */
    public static final Duration EVERY = Duration.ofDays(90);

    /** How long it is published before: timelines are made anew each day, and keys of them kept for an hour. */
    public static final Duration AHEAD = Duration.ofDays(3);

    /**
     * One of them.
     *
     * @param validFrom from when on it signs
     * @param validUntil after which nothing that it signed may be relied on; empty while no other follows
     */
    public record Link(String secret, Instant validFrom, Optional<Instant> validUntil) {}

    public KeyChain {
        links = links.stream().sorted(Comparator.comparing(Link::validFrom)).toList();
        if (links.isEmpty()) {
            throw new IllegalArgumentException("A chain has a link at least");
        }
    }

    /** The one that signs: the last that has begun. */
    public Link signing(Instant now) {
        return links.stream()
                .filter(link -> !now.isBefore(link.validFrom()))
                .reduce((_, later) -> later)
                .orElse(links.getFirst());
    }

    /** Those that a timeline of today or of the next days may be of. */
    public List<Link> published(Instant now) {
        return links.stream()
                .filter(link ->
                        link.validUntil().filter(until -> !now.isBefore(until)).isEmpty())
                .toList();
    }

    /** True if the last one has signed for so long that another one should be published. */
    public boolean isDue(Instant now) {
        return !now.isBefore(links.getLast().validFrom().plus(EVERY).minus(AHEAD));
    }

    /**
     * With another one that follows, and without those that are over.
     *
     * @param life how long a timeline may be relied on
     */
    public KeyChain followedBy(String secret, Instant now, Duration life) {
        var from = now.plus(AHEAD);
        var next = new ArrayList<>(published(now));
        if (!next.isEmpty()) {
            var last = next.removeLast();
            next.add(new Link(last.secret(), last.validFrom(), Optional.of(from.plus(life))));
        }
        next.add(new Link(secret, from, Optional.empty()));
        return new KeyChain(next);
    }
}
