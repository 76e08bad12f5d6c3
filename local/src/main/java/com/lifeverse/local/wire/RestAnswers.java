package com.lifeverse.local.wire;

import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;

/** Refusals as AWS's REST-JSON protocol has them. */
public final class RestAnswers {
    private RestAnswers() {}

    /** A refusal whose code is in a header. */
    public static Response refusal(int status, String code, String message) {
        return Response.json(status, Json.text(Json.object().put("Message", message)))
                .with("x-amzn-errortype", code);
    }
}
