package com.lifeverse.local.contract;

import com.lifeverse.trigger.ask.Questions;
import com.lifeverse.trigger.ask.QuestionsContract;
import com.lifeverse.trigger.ask.aws.DynamoQuestions;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoQuestionsTest extends QuestionsContract {
    @Override
    protected Questions questions() {
        return new DynamoQuestions(Engine.empty().client(), "triggers");
    }
}
