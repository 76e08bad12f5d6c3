package com.lifeverse.trigger.letter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.letter.DeadLetters;
import com.lifeverse.trigger.letter.aws.DynamoDeadLetters;
import com.lifeverse.trigger.letter.aws.ParkedMessage;

/**
 * Takes dead letters out of their queue to where staff can look through them. What cannot be kept stays in the queue. The alarm about
 * the queue goes off before: a letter waits there for a moment.
 */
public final class DeadLetterKeepingFunction extends QueueFunction {
    private final DeadLetters letters;
    private final ParkedMessage messages;

    public DeadLetterKeepingFunction() {
        this(LambdaRuntime.onAws());
    }

    public DeadLetterKeepingFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE", "WORKFLOWS_BEFORE");
        letters = new DynamoDeadLetters(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        var arn = settings.text("WORKFLOWS_BEFORE");
        messages = new ParkedMessage(arn.substring(arn.lastIndexOf(':') + 1));
    }

    @Override
    protected void handle(JsonNode message) {
        letters.keep(messages.read(message));
    }
}
