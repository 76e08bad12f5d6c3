package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.liveops.review.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * @param earlier revisions that players had until then, each once, the last first: however much is saved meanwhile, what is published is
 *     held against them
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
        Optional<RampState> ramp,
        List<Had> earlier) {
    /** So many other revisions are known that players had, with an entry of some 30 bytes for each. */
    static final int MOST_EARLIER = 50;

    /**
     * A revision that players had.
     *
     * @param until for the last time
     */
    public record Had(int revision, Instant until) {}

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
        earlier = List.copyOf(earlier);
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
        this(id, version, latest, authors, approved, published, before, killedIn, review, Optional.empty(), List.of());
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
        return new Definition(
                id, version + 1, latest + 1, all, approved, published, before, killedIn, ended, ramp, earlier);
    }

    Definition approved(int revision, String who) {
        var all = new TreeSet<>(approved);
        all.add(revision);
        var ended = review.map(last -> last.ended(Review.State.APPROVED, who, ""));
        return new Definition(
                id, version + 1, latest, new TreeSet<>(), all, published, before, killedIn, ended, ramp, earlier);
    }

    /** What players have had by that moment, each revision once, the last first: {@value #MOST_EARLIER} and the one that they have. */
    public List<Had> had(Instant now) {
        var all = new ArrayList<Had>();
        published.ifPresent(revision -> all.add(new Had(revision, now)));
        earlier.stream()
                .filter(each -> published
                        .filter(revision -> revision == each.revision())
                        .isEmpty())
                .forEach(all::add);
        // Of what was withdrawn or replaced before there were such entries, nobody knows until when they had it.
        before.filter(revision -> all.stream().noneMatch(each -> each.revision() == revision))
                .ifPresent(revision -> all.add(new Had(revision, now)));
        return all;
    }

    private List<Had> ended(Instant now) {
        return had(now).stream().limit(MOST_EARLIER).toList();
    }

    Definition published(int revision, Instant now) {
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
                Optional.empty(),
                ended(now));
    }

    Definition withdrawn(Optional<RampState> kept, Instant now) {
        return new Definition(
                id,
                version + 1,
                latest,
                authors,
                approved,
                Optional.empty(),
                published,
                killedIn,
                review,
                kept,
                ended(now));
    }

    Definition ramped(RampState state) {
        return new Definition(
                id,
                version + 1,
                latest,
                authors,
                approved,
                published,
                before,
                killedIn,
                review,
                Optional.of(state),
                earlier);
    }

    Definition killed(SortedSet<String> regions) {
        return new Definition(
                id, version + 1, latest, authors, approved, published, before, regions, review, ramp, earlier);
    }

    /** As it was, after something that is in the log. */
    Definition touched() {
        return new Definition(
                id, version + 1, latest, authors, approved, published, before, killedIn, review, ramp, earlier);
    }

    Definition reviewed(Review last) {
        return new Definition(
                id,
                version + 1,
                latest,
                authors,
                approved,
                published,
                before,
                killedIn,
                Optional.of(last),
                ramp,
                earlier);
    }
}
