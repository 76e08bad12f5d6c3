package com.lifeverse.liveops.feed;

import com.lifeverse.liveops.event.LiveEvent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.SortedSet;

/**
 * One time that a live event runs, as a calendar shows it.
 *
 * @param uid the same for that occurrence in every feed of every day: {@code weekend-festival/2026-12-04T18:00}
 * @param revision which one players have; grows when the event is changed
 * @param changed when that revision was written
 * @param killedIn regions where it is switched off
 */
public record FeedEntry(
        String uid, int revision, Instant changed, LiveEvent event, SortedSet<String> killedIn, Span span) {
    /** From when until when. */
    public sealed interface Span {
        /** The same moments for everybody. */
        record Fixed(Instant from, Instant until) implements Span {}

        /** By the clocks of whoever looks: what RFC 5545 (3.3.5) calls floating. */
        record Floating(LocalDateTime from, LocalDateTime until) implements Span {}
    }
}
