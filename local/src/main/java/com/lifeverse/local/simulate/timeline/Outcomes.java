package com.lifeverse.local.simulate.timeline;

import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Functions;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What came of a step, in a word or two. */
final class Outcomes {
    private Outcomes() {}

    static String brief(Object outcome) {
        return switch (outcome) {
            case Response response -> String.valueOf(response.status());
            case Functions.Answer answer when answer.functionError().isPresent() -> "function error";
            case Functions.Answer answer when answer.payload().contains("itemIdentifier") -> "partly failed";
            case AwsServiceException refused ->
                Optional.ofNullable(refused.awsErrorDetails())
                        .map(AwsErrorDetails::errorCode)
                        .orElse("service exception");
            case Throwable thrown -> thrown.getClass().getSimpleName();
            default -> "done";
        };
    }
}
