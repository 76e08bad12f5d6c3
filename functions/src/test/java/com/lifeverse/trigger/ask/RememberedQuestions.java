package com.lifeverse.trigger.ask;

import com.lifeverse.trigger.ask.Question.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Questions in memory. */
final class RememberedQuestions implements Questions {
    private final Map<String, Question> kept = new HashMap<>();

    @Override
    public Optional<Question> find(String workflow, String run) {
        return Optional.ofNullable(kept.get(workflow + "/" + run));
    }

    @Override
    public boolean ask(String workflow, String run, Question question, Instant until) {
        var answered = find(workflow, run)
                .filter(known -> known.name().equals(question.name()))
                .flatMap(Question::answer);
        if (answered.isPresent()) {
            return false;
        }
        kept.put(workflow + "/" + run, question);
        return true;
    }

    @Override
    public boolean answer(String workflow, String run, String question, Answer answer) {
        var open = find(workflow, run)
                .filter(known -> known.name().equals(question) && known.answer().isEmpty());
        open.ifPresent(known -> kept.put(
                workflow + "/" + run, new Question(known.name(), known.answers(), known.token(), Optional.of(answer))));
        return open.isPresent();
    }
}
