package com.lifeverse.trigger.ask;

import com.lifeverse.trigger.ask.Question.Answer;
import java.time.Instant;
import java.util.Optional;

/** Where questions are kept, one for each run. */
public interface Questions {
    /** By a read that sees all writes. */
    Optional<Question> find(String workflow, String run);

    /**
     * Asks, or waits by another token for the same; false if that question has been answered before.
     *
     * @param until when nobody looks for it any more
     */
    boolean ask(String workflow, String run, Question question, Instant until);

    /** Answers that question; false if it is answered, or another one is asked. */
    boolean answer(String workflow, String run, String question, Answer answer);
}
