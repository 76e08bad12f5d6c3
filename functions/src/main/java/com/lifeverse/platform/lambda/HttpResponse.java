package com.lifeverse.platform.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    /** What a path's segment may hold as it is, beside letters and digits. */
    private static final String SEGMENT_MARKS = "-._~!$&'()*+,;=:@";

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
        return problem(new Refused(problem, detail, violations), request);
    }

    /** A refusal as its problem document. */
    public static HttpResponse problem(Refused refused, HttpRequest request) {
        var problem = refused.problem();
        ObjectNode body = Json.object();
        body.put("type", "/problems/" + problem.slug());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", String.valueOf(refused.getMessage()));
        body.put("instance", "/requests/" + segment(request.requestId()));
        refused.members().forEach(body::putPOJO);
        if (!refused.violations().isEmpty()) {
            var list = body.putArray("violations");
            for (var violation : refused.violations()) {
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
        headers.putAll(refused.headers());
        if (problem.retryable() || refused.retryAfter().isPresent()) {
            var wait = refused.retryAfter().orElse(RETRY_AFTER).toSeconds();
            headers.put("retry-after", Long.toString(Math.max(1, wait)));
        }
        return new HttpResponse(problem.status(), headers, Json.write(body));
    }

    /** The same answer with one member more in its JSON object: what a problem has beyond the standard's members. */
    public HttpResponse extended(String member, JsonNode value) {
        try {
            var object = (ObjectNode) Json.read(body);
            object.set(member, value);
            return new HttpResponse(status, headers, Json.write(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer of ours is not JSON", e);
        }
    }

    /** The text as one segment of a path (RFC 3986); ids of gateways are base64, which has slashes. */
    private static String segment(String text) {
        var segment = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && (Character.isLetterOrDigit(octet) || SEGMENT_MARKS.indexOf(octet) >= 0)) {
                segment.append((char) octet);
            } else {
                segment.append("%%%02X".formatted(octet));
            }
        }
        return segment.toString();
    }

    /** The same with one more header. */
    public HttpResponse with(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new HttpResponse(status, all, body);
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
