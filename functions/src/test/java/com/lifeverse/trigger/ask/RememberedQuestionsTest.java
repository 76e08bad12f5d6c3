package com.lifeverse.trigger.ask;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class RememberedQuestionsTest extends QuestionsContract {
    @Override
    protected Questions questions() {
        return new RememberedQuestions();
    }
}
