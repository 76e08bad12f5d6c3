package com.lifeverse.trigger.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run waits for a person to say.
 *
 * @param name which of its questions; a run asks one at a time
 * @param answers those that it understands
 * @param token by which it is told; never leaves the functions that need it
 * @param answer empty until somebody has answered
 */
public record Question(String name, List<String> answers, String token, Optional<Answer> answer) {
    public Question {
        answers = List.copyOf(answers);
    }

    /** What somebody said, and why. */
    public record Answer(String answer, String by, String note, Instant at) {}
}
