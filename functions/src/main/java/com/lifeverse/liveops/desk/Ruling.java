package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.review.Review;
import java.util.List;

/** What becomes of a wish. */
public sealed interface Ruling {
    /** It is done by that change. */
    record Done(Change change) implements Ruling {}

    /** It is so already. */
    record Nothing(Definition now) implements Ruling {}

    /** It is based on another version than there is. */
    record Stale(Definition now) implements Ruling {}

    /** There is no such revision, or nothing that is published. */
    record Unknown() implements Ruling {}

    /** Who wants to approve it wrote some of it. */
    record OwnWork() implements Ruling {}

    /** Only the last revision is approved: earlier ones are not looked at any more. */
    record NotLatest(int latest) implements Ruling {}

    /** The review has been answered otherwise, taken back, or has lapsed. */
    record ReviewOver(Review review) implements Ruling {}

    /** Nobody has approved it. */
    record NotApproved() implements Ruling {}

    /** It does not go with what players have. */
    record Conflicting(List<Finding> findings) implements Ruling {
        public Conflicting {
            findings = List.copyOf(findings);
        }
    }
}
