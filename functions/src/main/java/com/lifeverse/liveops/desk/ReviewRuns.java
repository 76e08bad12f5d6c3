package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.review.Review;

/**
 * What waits for the answers to reviews. How a review stands is written in the event; a run only looks at it, when it is told to and
 * when something comes due. So nothing is lost where it is not told.
 */
public interface ReviewRuns {
    /** Begins to wait; once for each review, however often it is said. */
    void start(String event, Review review);

    /** Has it look at once, if it waits. */
    void wake(String event, String review);
}
