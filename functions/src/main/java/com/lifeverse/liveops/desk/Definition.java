package com.lifeverse.liveops.desk;

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
 */
public record Definition(
        String id,
        long version,
        int latest,
        SortedSet<String> authors,
        NavigableSet<Integer> approved,
        Optional<Integer> published,
        Optional<Integer> before,
        SortedSet<String> killedIn) {

    /** How far its last revision has come. */
    public enum State {
        /** Nobody has approved it. */
        DRAFT,
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

    /** An event of which there is nothing yet. */
    static Definition none(String id) {
        return new Definition(
                id, 0, 0, new TreeSet<>(), new TreeSet<>(), Optional.empty(), Optional.empty(), new TreeSet<>());
    }

    public State state() {
        if (published.filter(revision -> revision == latest).isPresent()) {
            return State.PUBLISHED;
        }
        return approved.contains(latest) ? State.APPROVED : State.DRAFT;
    }

    Definition saved(String author) {
        var all = new TreeSet<>(authors);
        all.add(author);
        return new Definition(id, version + 1, latest + 1, all, approved, published, before, killedIn);
    }

    Definition approved(int revision) {
        var all = new TreeSet<>(approved);
        all.add(revision);
        return new Definition(id, version + 1, latest, new TreeSet<>(), all, published, before, killedIn);
    }

    Definition published(Optional<Integer> revision) {
        return new Definition(id, version + 1, latest, authors, approved, revision, published, killedIn);
    }

    Definition killed(SortedSet<String> regions) {
        return new Definition(id, version + 1, latest, authors, approved, published, before, regions);
    }
}
