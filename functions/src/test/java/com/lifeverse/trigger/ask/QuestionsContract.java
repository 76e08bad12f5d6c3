package com.lifeverse.trigger.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.ask.Question.Answer;
import com.lifeverse.trigger.ask.QuestionDesk.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every place must do where questions of runs are kept; the desk works on it. */
public abstract class QuestionsContract {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:09Z");

    /** A place where nothing is asked. */
    protected abstract Questions questions();

    @Test
    void theFirstAnswerCountsAndTheOtherIsToldWhoWasFirst() {
        var questions = questions();
        var desk = new QuestionDesk(questions);
        assertThat(ask(questions, "taken", "t-1")).isTrue();

        assertThat(desk.answer("w", "r", said("gone", "sam"))).isInstanceOf(Outcome.NotOffered.class);
        assertThat(desk.answer("w", "other", said("taken", "sam"))).isInstanceOf(Outcome.NotAsked.class);
        assertThat(desk.answer("w", "r", said("taken", "sam")))
                .isInstanceOfSatisfying(
                        Outcome.Given.class,
                        given -> assertThat(given.question().token()).isEqualTo("t-1"));
        assertThat(desk.answer("w", "r", said("resolved", "pat")))
                .isEqualTo(new Outcome.Otherwise(said("taken", "sam")));
        assertThat(desk.answer("w", "r", said("taken", "pat")))
                .as("said again it is as said once")
                .isInstanceOfSatisfying(
                        Outcome.Given.class, given -> assertThat(given.answer()).isEqualTo(said("taken", "sam")));
    }

    @Test
    void whoAsksAgainHearsWhatWasAnsweredAndWaitsByTheNewTokenIfNothingWas() {
        var questions = questions();
        ask(questions, "taken", "t-1");
        assertThat(ask(questions, "taken", "t-2")).isTrue();
        assertThat(questions.find("w", "r").orElseThrow().token()).isEqualTo("t-2");
        new QuestionDesk(questions).answer("w", "r", said("taken", "sam"));

        assertThat(ask(questions, "taken", "t-3")).isFalse();
        assertThat(questions.find("w", "r").orElseThrow().answer()).contains(said("taken", "sam"));
    }

    @Test
    void theNextQuestionIsOpenThoughTheOneBeforeWasAnswered() {
        var questions = questions();
        ask(questions, "taken", "t-1");
        new QuestionDesk(questions).answer("w", "r", said("taken", "sam"));

        assertThat(ask(questions, "resolved", "t-2")).isTrue();
        assertThat(questions.find("w", "r").orElseThrow().answer()).isEmpty();
        assertThat(questions.answer("w", "r", "taken", said("taken", "pat")))
                .as("to a question that is not asked any more")
                .isFalse();
        assertThat(new QuestionDesk(questions).answer("w", "r", said("resolved", "pat")))
                .isInstanceOf(Outcome.Given.class);
    }

    private static boolean ask(Questions questions, String name, String token) {
        return questions.ask("w", "r", new Question(name, List.of("taken", "resolved"), token, Optional.empty()), NOW);
    }

    private static Answer said(String answer, String by) {
        return new Answer(answer, by, "On it.", NOW);
    }
}
