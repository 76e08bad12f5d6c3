package com.lifeverse.trigger.letter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.letter.DeadLetters;
import com.lifeverse.trigger.letter.aws.DynamoDeadLetters;
import com.lifeverse.trigger.letter.aws.ParkedMessage;

/** As {@link DeadLetterKeepingFunction}, for events that the engine of triggers could not handle. */
public final class EngineLetterKeepingFunction extends QueueFunction {
    private final DeadLetters letters;

    public EngineLetterKeepingFunction() {
        this(LambdaRuntime.onAws());
    }

    public EngineLetterKeepingFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        letters = new DynamoDeadLetters(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
    }

    @Override
    protected void handle(JsonNode message) {
        letters.keep(ParkedMessage.ofEngine(message));
    }
}
