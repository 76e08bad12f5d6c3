package com.lifeverse.liveops.desk.aws;

import com.lifeverse.liveops.desk.ReviewRuns;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.platform.json.Json;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Runs of {@code live-event-approval}, one for each review and named as it. */
public final class StepFunctionsReviews implements ReviewRuns {
    private static final Set<String> NOBODY_WAITS = Set.of("TaskTimedOut", "TaskDoesNotExist", "InvalidToken");

    private final SfnClient stepFunctions;
    private final String workflow;
    private final ReviewTokens tokens;

    /**
     * Speaks to Step Functions.
     *
     * @param workflow the ARN to start; of no use to who starts none
     */
    public StepFunctionsReviews(
            SfnClient stepFunctions, String workflow, DynamoDbClient dynamoDb, String liveEventsTable) {
        this.stepFunctions = stepFunctions;
        this.workflow = workflow;
        this.tokens = new ReviewTokens(dynamoDb, liveEventsTable);
    }

    @Override
    public void start(String event, Review review) {
        var input = Json.object()
                .put("review", review.id())
                .put("event", event)
                .put("revision", review.revision())
                .put("by", review.askedBy())
                .put("note", review.note());
        unless(
                Set.of("ExecutionAlreadyExists"),
                () -> stepFunctions.startExecution(start ->
                        start.stateMachineArn(workflow).name(review.id()).input(input.toString())));
    }

    /** One read, and where a run waits a call and a write besides. */
    @Override
    public void wake(String event, String review) {
        tokens.find(event, review).ifPresent(token -> {
            // What it is told does not matter: it looks for itself.
            unless(
                    NOBODY_WAITS,
                    () -> stepFunctions.sendTaskSuccess(
                            send -> send.taskToken(token).output("{}")));
            tokens.forget(event, token);
        });
    }

    /** By which token it is told to look, until it waits by another one. */
    public void waits(String event, String review, String token) {
        tokens.keep(event, review, token);
    }

    private static void unless(Set<String> fine, Runnable call) {
        try {
            call.run();
        } catch (AwsServiceException e) {
            var code = Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode);
            if (code.filter(fine::contains).isEmpty()) {
                throw e;
            }
        }
    }
}
