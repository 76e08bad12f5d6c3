package com.lifeverse.session.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import java.util.Map;

/** Requests as the gateway hands them over. */
final class Requests {
    static final String SIGN_IN = """
            {"credential": {"type": "device", "deviceId": "device-0001", "secret": "a-secret-of-the-device"},
             "platform": "playstation", "clientVersion": "1.4.2", "region": "eu-central"}""";

    private Requests() {}

    static ObjectNode signIn(String body) {
        return request("POST", "/v1/sessions", "POST /v1/sessions").put("body", body);
    }

    static ObjectNode renew(String sessionId, String refreshToken) {
        var request = request("POST", "/v1/sessions/" + sessionId + "/renew", "POST /v1/sessions/{sid}/renew");
        request.putObject("pathParameters").put("sid", sessionId);
        return request.put(
                "body", Json.object().put("refreshToken", refreshToken).toString());
    }

    /** A player's request about a session; the claims as the gateway renders them, all text. */
    static ObjectNode own(String method, String playerId, String sessionId, String askedFor) {
        var request = request(method, "/v1/sessions/" + askedFor, method + " /v1/sessions/{sid}");
        request.putObject("pathParameters").put("sid", askedFor);
        claims(request, playerId, sessionId);
        return request;
    }

    static ObjectNode inbox(String playerId, Map<String, String> query) {
        var request = request("GET", "/v1/inbox-messages", "GET /v1/inbox-messages");
        var parameters = request.putObject("queryStringParameters");
        query.forEach(parameters::put);
        claims(request, playerId, "ses_1");
        return request;
    }

    private static void claims(ObjectNode request, String playerId, String sessionId) {
        request.withObject("/requestContext/authorizer/jwt/claims")
                .put("sub", playerId)
                .put("sid", sessionId)
                .put("gen", "0")
                .put("ep", "0")
                .put("plat", "playstation")
                .put("scope", "player");
    }

    private static ObjectNode request(String method, String path, String routeKey) {
        var request =
                Json.object().put("version", "2.0").put("routeKey", routeKey).put("rawPath", path);
        request.withObject("/headers").put("content-type", "application/json");
        request.withObject("/requestContext").put("requestId", "r-1");
        request.withObject("/requestContext/http").put("method", method).put("path", path);
        return request.put("isBase64Encoded", false);
    }
}
