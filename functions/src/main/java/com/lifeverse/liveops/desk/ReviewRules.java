package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.liveops.review.Review.State;
import com.lifeverse.platform.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a second person is asked, and all answers but yes, which is {@link DeskRules#approve}. An answer ends a review once. */
public final class ReviewRules {
    /** Time itself, in the log. */
    public static final String NOBODY = "live-event-approval";

    private ReviewRules() {}

    /**
     * The name of the review that would be asked for now, and of its run. It follows from how the event stands: who asks twice, asks
     * for the same.
     */
    public static String name(Definition known) {
        return known.id() + "-" + (known.version() + 1);
    }

    /** Asks somebody to look at the last revision. */
    public static Ruling ask(Definition known, Review asked) {
        if (known.review().filter(last -> last.id().equals(asked.id())).isPresent()) {
            return new Ruling.Nothing(known);
        }
        int revision = asked.revision();
        if (revision < 1 || revision > known.latest()) {
            return new Ruling.Unknown();
        }
        if (revision < known.latest()) {
            return new Ruling.NotLatest(known.latest());
        }
        boolean asks = known.reviewOf(revision)
                .filter(last -> last.openAt(asked.askedAt()))
                .isPresent();
        if (asks || known.approved().contains(revision)) {
            return new Ruling.Nothing(known);
        }
        return done(known, asked, asked.askedAt(), asked.askedBy(), Action.ASKED, asked.note());
    }

    /** Answers no. Who wrote any of it does not answer, neither way. */
    public static Ruling reject(Definition known, int revision, String who, String reason, Instant now) {
        var review = known.reviewOf(revision);
        if (review.isEmpty()) {
            return new Ruling.Unknown();
        }
        if (Person.isAmong(known.authors(), who)) {
            return new Ruling.OwnWork();
        }
        var before = review.get();
        boolean again =
                Person.isAmong(List.of(before.by()), who) && before.reason().equals(reason);
        return before.state() == State.REJECTED && !again
                // What another person says, or for another reason, is not dropped unheard.
                ? new Ruling.ReviewOver(before)
                : end(known, before, before.ended(State.REJECTED, who, reason), now, Action.REJECTED);
    }

    /** Takes the question back. */
    public static Ruling recall(Definition known, String who, Instant now) {
        return known.review()
                .map(review -> end(known, review, review.ended(State.RECALLED, who, ""), now, Action.RECALLED))
                .orElseGet(Ruling.Unknown::new);
    }

    /** Ends this review because nobody has answered it. */
    public static Ruling lapse(Definition known, String id, Instant now) {
        var review = known.review().filter(last -> last.id().equals(id)).filter(Review::open);
        return review.filter(open -> !now.isBefore(open.lapsesAt()))
                .map(open -> end(known, open, open.ended(State.LAPSED, NOBODY, ""), now, Action.LAPSED))
                .orElseGet(() -> new Ruling.Nothing(known));
    }

    private static Ruling end(Definition known, Review before, Review after, Instant now, Action action) {
        boolean inTime = before.openAt(now) || action == Action.LAPSED;
        if (before.open() && inTime) {
            return done(known, after, now, after.by(), action, after.reason());
        }
        boolean same = before.state().name().equals(action.name());
        return same ? new Ruling.Nothing(known) : new Ruling.ReviewOver(before);
    }

    private static Ruling done(Definition known, Review review, Instant now, String who, Action action, String note) {
        var after = known.reviewed(review);
        var entry = new LogEntry(after.version(), now, who, action, review.revision(), List.of(), note);
        return new Ruling.Done(new Change(after, entry, Optional.empty(), new Change.Effect.None()));
    }
}
