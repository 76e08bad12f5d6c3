package com.lifeverse.trigger.ask;

import com.lifeverse.trigger.ask.Question.Answer;

/** Where people answer what runs ask. The first answer counts; said again, it is as said once. */
public record QuestionDesk(Questions questions) {
    private static final int ATTEMPTS = 3;

    /** What came of it. */
    public sealed interface Outcome {
        /** It is the answer, now or before; the run is to be told by that token. */
        record Given(Question question, Answer answer) implements Outcome {}

        /** Somebody has answered otherwise. */
        record Otherwise(Answer before) implements Outcome {}

        /** The run does not understand it. */
        record NotOffered(Question question) implements Outcome {}

        /** The run asks nothing. */
        record NotAsked() implements Outcome {}
    }

    /** Answers what a run asks. */
    public Outcome answer(String workflow, String run, Answer answer) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = questions.find(workflow, run);
            if (found.isEmpty()) {
                return new Outcome.NotAsked();
            }
            var question = found.get();
            var before = question.answer();
            if (before.isPresent()) {
                return before.get().answer().equals(answer.answer())
                        ? new Outcome.Given(question, before.get())
                        : new Outcome.Otherwise(before.get());
            }
            if (!question.answers().contains(answer.answer())) {
                return new Outcome.NotOffered(question);
            }
            if (questions.answer(workflow, run, question.name(), answer)) {
                return new Outcome.Given(question, answer);
            }
        }
        throw new IllegalStateException("Others answered %s again and again".formatted(run));
    }
}
