package com.lifeverse.local.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the response of what a function answered, payload format 2.0. */
public final class ProxyAnswer {
    private static final Set<String> OURS = Set.of("content-length", "transfer-encoding", "connection");

    private ProxyAnswer() {}

    /** The response; empty if the answer is none, which the gateway calls an error of its own. */
    public static Optional<Response> parse(String payload) {
        // For what is not JSON the caller answers 500; what the function said is in its log.
        return Json.parse(payload)
                .flatMap(answer -> answer.has("statusCode")
                        ? stated(answer)
                        : Optional.of(Response.json(200, answer.isTextual() ? answer.asText() : payload)));
    }

    private static Optional<Response> stated(JsonNode answer) {
        var status = answer.path("statusCode").asInt(0);
        var headers = headers(answer);
        var body = body(answer);
        return status < 100 || status > 599 || headers.isEmpty() || body.isEmpty()
                ? Optional.empty()
                : Optional.of(new Response(status, withType(headers.get(), body.get()), body.get()));
    }

    private static Optional<Headers> headers(JsonNode answer) {
        var fields = new ArrayList<Headers.Field>();
        for (var header : answer.path("headers").properties()) {
            if (!header.getValue().isValueNode()) {
                return Optional.empty();
            }
            fields.add(new Headers.Field(header.getKey(), header.getValue().asText()));
        }
        fields.removeIf(field -> OURS.contains(field.name()));
        for (var cookie : answer.path("cookies")) {
            fields.add(new Headers.Field("set-cookie", cookie.asText()));
        }
        return fields.stream().allMatch(ProxyAnswer::isSafe) ? Optional.of(new Headers(fields)) : Optional.empty();
    }

    private static Optional<Body> body(JsonNode answer) {
        var body = answer.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return Optional.of(Body.EMPTY);
        }
        if (!body.isTextual()) {
            return Optional.empty();
        }
        if (!answer.path("isBase64Encoded").asBoolean()) {
            return Optional.of(Body.of(body.asText()));
        }
        try {
            return Optional.of(Body.of(Base64.getDecoder().decode(body.asText())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Headers withType(Headers headers, Body body) {
        boolean untyped = headers.first("content-type").isEmpty() && body.size() > 0;
        return untyped ? headers.with("content-type", "text/plain; charset=utf-8") : headers;
    }

    /** A line break in a header would let a function's caller write headers of its own. */
    private static boolean isSafe(Headers.Field field) {
        return !field.name().isEmpty()
                && List.of("\r", "\n").stream()
                        .noneMatch(end ->
                                field.name().contains(end) || field.value().contains(end));
    }
}
