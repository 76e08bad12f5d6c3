package com.lifeverse.platform.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer for API Gateway's HTTP API, payload format 2.0.
 *
 * @param body JSON text, or empty
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    public static HttpResponse json(int status, Object body) {
        return new HttpResponse(status, Map.of("content-type", "application/json"), Json.write(body));
    }

    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), "");
    }

    /** A problem document (RFC 9457), with Retry-After where trying again can help. */
    public static HttpResponse problem(
            Problem problem, String detail, List<Violation> violations, HttpRequest request) {
        ObjectNode body = Json.object();
        body.put("type", "/problems/" + problem.slug());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", detail);
        body.put("instance", "/requests/" + request.requestId());
        if (!violations.isEmpty()) {
            var list = body.putArray("violations");
            for (var violation : violations) {
                boolean inBody =
                        violation.pointer().isEmpty() || violation.pointer().startsWith("/");
                list.addObject()
                        .put(inBody ? "pointer" : "parameter", violation.pointer())
                        .put("message", violation.message());
            }
        }
        var headers = new TreeMap<String, String>();
        headers.put("content-type", "application/problem+json");
        headers.put("cache-control", "no-store");
        if (problem.retryable()) {
            headers.put("retry-after", Long.toString(RETRY_AFTER.toSeconds()));
        }
        return new HttpResponse(problem.status(), headers, Json.write(body));
    }

    void write(OutputStream output) throws IOException {
        ObjectNode answer = Json.object();
        answer.put("statusCode", status);
        var fields = answer.putObject("headers");
        new TreeMap<>(headers).forEach(fields::put);
        answer.put("body", body);
        answer.put("isBase64Encoded", false);
        output.write(Json.mapper().writeValueAsBytes(answer));
    }
}
