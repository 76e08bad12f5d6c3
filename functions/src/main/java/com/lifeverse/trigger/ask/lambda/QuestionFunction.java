package com.lifeverse.trigger.ask.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.ask.Question;
import com.lifeverse.trigger.ask.Question.Answer;
import com.lifeverse.trigger.ask.aws.DynamoQuestions;
import com.lifeverse.trigger.run.aws.TaskTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The task by which a run asks people: {@code {workflow, run, question, answers, token}}. What they say is written first, and the run told
 * by its token after that; where that was lost, the run hears it when it asks again.
 */
public final class QuestionFunction extends Handler {
    /** As long as a run of Step Functions may last. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final InstantSource clock;
    private final DynamoQuestions questions;
    private final TaskTokens tokens;

    public QuestionFunction() {
        this(LambdaRuntime.onAws());
    }

    public QuestionFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        questions = new DynamoQuestions(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        tokens = new TaskTokens(runtime.aws().stepFunctions());
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = Json.mapper().readTree(input);
        var workflow = request.path("workflow").asText();
        var run = request.path("run").asText();
        var question = question(request);
        var asked = questions.ask(workflow, run, question, clock.instant().plus(LONGEST));
        if (!asked) {
            questions
                    .find(workflow, run)
                    .flatMap(Question::answer)
                    .ifPresent(answer -> tokens.tell(question.token(), json(answer)));
        }
        output.write(Json.mapper().writeValueAsBytes(Json.object().put("asked", asked)));
    }

    /** As the run gets it. */
    public static ObjectNode json(Answer answer) {
        return Json.object()
                .put("answer", answer.answer())
                .put("by", answer.by())
                .put("note", answer.note())
                .put("at", answer.at().toString());
    }

    private static Question question(JsonNode request) {
        return new Question(
                request.path("question").asText(),
                request.path("answers").valueStream().map(JsonNode::asText).toList(),
                request.path("token").asText(),
                Optional.empty());
    }
}
