package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;

/** Requests as the gateway hands them over. */
final class Requests {
    private Requests() {}

    /** A game server's signed {@code POST /v1/events}. */
    static ObjectNode signed(String body) {
        var request = unsigned("POST", "/v1/events", "POST /v1/events");
        request.withObject("/requestContext/authorizer/iam")
                .put("userArn", "arn:aws:sts::111111111111:assumed-role/game-server/gs-1");
        return request.put("body", body);
    }

    /** A request with a staff token of these groups, as the gateway renders the claim. */
    static ObjectNode staff(String groups, String path, String routeKey) {
        var request = unsigned("GET", path, routeKey);
        request.withObject("/requestContext/authorizer/jwt/claims").put("cognito:groups", groups);
        return request;
    }

    static ObjectNode unsigned(String method, String path, String routeKey) {
        var request = Json.object();
        request.put("version", "2.0");
        request.put("routeKey", routeKey);
        request.put("rawPath", path);
        request.withObject("/headers").put("content-type", "application/json");
        request.withObject("/requestContext").put("requestId", "r-1");
        request.withObject("/requestContext/http").put("method", method).put("path", path);
        request.put("isBase64Encoded", false);
        return request;
    }
}
