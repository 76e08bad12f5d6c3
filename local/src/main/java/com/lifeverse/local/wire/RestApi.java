package com.lifeverse.local.wire;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Caller;

/** A service that is told by a request's method and path what to do. */
public interface RestApi {
    /** The name that requests to it are signed for. */
    String signedFor();

    /** True if the request is for it. */
    boolean takes(Request request);

    /**
     * Answers a request.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if it is refused
     */
    Response respond(Request request, Caller caller);

    /** What a refusal looks like. */
    default Response refusal(int status, String code, String message) {
        return RestAnswers.refusal(status, code, message);
    }
}
