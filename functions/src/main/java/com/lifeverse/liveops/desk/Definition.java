package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.liveops.review.Review;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How an event stands.
 *
 * @param id its name
 * @param version grows with every change of any kind; the next change says which one it is based on
 * @param latest the number of its last revision, from 1
 * @param authors who wrote what nobody has approved yet
 * @param approved revisions that a second person has approved
 * @param published the revision that players have; empty if none
 * @param before the revision that players had before that one; empty if none
 * @param killedIn regions where an operator has switched it off, whatever is published
 * @param review the last that was asked for, open or not; empty if none was
 * @param ramp that somebody has stepped in on its ramp, kept while players do not have it; what they have says so by itself
 */
public record Definition(
        String id,
        long version,
        int latest,
        SortedSet<String> authors,
        NavigableSet<Integer> approved,
        Optional<Integer> published,
        Optional<Integer> before,
        SortedSet<String> killedIn,
        Optional<Review> review,
        Optional<RampState> ramp) {

    /** How far its last revision has come. */
    public enum State {
        /** Nobody has approved it. */
        DRAFT,
        /** Somebody is asked to approve it. */
        IN_REVIEW,
        /** It may be published. */
        APPROVED,
        /** Players have it. */
        PUBLISHED
    }

    public Definition {
        authors = Collections.unmodifiableSortedSet(new TreeSet<>(authors));
        approved = Collections.unmodifiableNavigableSet(new TreeSet<>(approved));
        killedIn = Collections.unmodifiableSortedSet(new TreeSet<>(killedIn));
    }

    /** With a ramp that nobody has stepped in on. */
    public Definition(
            String id,
            long version,
            int latest,
            SortedSet<String> authors,
            NavigableSet<Integer> approved,
            Optional<Integer> published,
            Optional<Integer> before,
            SortedSet<String> killedIn,
            Optional<Review> review) {
        this(id, version, latest, authors, approved, published, before, killedIn, review, Optional.empty());
    }

    /** An event of which there is nothing yet. */
    public static Definition none(String id) {
        return new Definition(
                id,
                0,
                0,
                new TreeSet<>(),
                new TreeSet<>(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                Optional.empty());
    }

    public State state() {
        if (published.filter(revision -> revision == latest).isPresent()) {
            return State.PUBLISHED;
        }
        if (approved.contains(latest)) {
            return State.APPROVED;
        }
        return review.filter(Review::open).isPresent() ? State.IN_REVIEW : State.DRAFT;
    }

    /** The review of this revision that was asked for last. */
    public Optional<Review> reviewOf(int revision) {
        return review.filter(last -> last.revision() == revision);
    }

    Definition saved(String author) {
        var all = new TreeSet<>(authors);
        all.add(author);
        var ended = review.map(last -> last.ended(Review.State.SUPERSEDED, author, ""));
        return new Definition(id, version + 1, latest + 1, all, approved, published, before, killedIn, ended, ramp);
    }

    Definition approved(int revision, String who) {
        var all = new TreeSet<>(approved);
        all.add(revision);
        var ended = review.map(last -> last.ended(Review.State.APPROVED, who, ""));
        return new Definition(id, version + 1, latest, new TreeSet<>(), all, published, before, killedIn, ended, ramp);
    }

    Definition published(int revision) {
        return new Definition(
                id,
                version + 1,
                latest,
                authors,
                approved,
                Optional.of(revision),
                published,
                killedIn,
                review,
                Optional.empty());
    }

    Definition withdrawn(Optional<RampState> kept) {
        return new Definition(
                id, version + 1, latest, authors, approved, Optional.empty(), published, killedIn, review, kept);
    }

    Definition ramped(RampState state) {
        return new Definition(
                id, version + 1, latest, authors, approved, published, before, killedIn, review, Optional.of(state));
    }

    Definition killed(SortedSet<String> regions) {
        return new Definition(id, version + 1, latest, authors, approved, published, before, regions, review, ramp);
    }

    /** As it was, after something that is in the log. */
    Definition touched() {
        return new Definition(id, version + 1, latest, authors, approved, published, before, killedIn, review, ramp);
    }

    Definition reviewed(Review last) {
        return new Definition(
                id, version + 1, latest, authors, approved, published, before, killedIn, Optional.of(last), ramp);
    }
}
