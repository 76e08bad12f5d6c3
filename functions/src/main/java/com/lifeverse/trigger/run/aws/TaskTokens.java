package com.lifeverse.trigger.run.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Tells runs that wait by a token what they wait for. */
public record TaskTokens(SfnClient stepFunctions) {
    private static final Set<String> NOBODY_WAITS = Set.of("TaskTimedOut", "TaskDoesNotExist", "InvalidToken");

    /** False if nobody waits by that token any more. */
    public boolean tell(String token, JsonNode output) {
        try {
            stepFunctions.sendTaskSuccess(send -> send.taskToken(token).output(output.toString()));
            return true;
        } catch (AwsServiceException e) {
            var code = Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode);
            if (code.filter(NOBODY_WAITS::contains).isEmpty()) {
                throw e;
            }
            return false;
        }
    }
}
