package com.lifeverse.local.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The event that a function gets for a request, payload format 2.0. What a request does not have is absent from it, not
 * null (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
public final class ProxyEvent {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "cookie");
    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");

    private ProxyEvent() {}

    /**
     * The event as JSON.
     *
     * @param requestId the gateway's id of the request
     * @param traceId the value of {@code x-amzn-trace-id} if the request brings none
     * @param authorizer what authorization found out about the caller
     */
    public static String of(
            Match match,
            Request request,
            String requestId,
            String traceId,
            Instant now,
            Optional<ObjectNode> authorizer) {
        var event = Json.object()
                .put("version", "2.0")
                .put("routeKey", match.route().key().text())
                .put("rawPath", request.path())
                .put("rawQueryString", request.query());
        putCookies(event, request);
        putHeaders(event, request, match.api().domainName(), traceId);
        putQuery(event, request);
        event.set("requestContext", context(match, request, requestId, now, authorizer));
        if (!match.variables().isEmpty()) {
            match.variables().forEach(event.putObject("pathParameters")::put);
        }
        if (!match.stage().variables().isEmpty()) {
            match.stage().variables().forEach(event.putObject("stageVariables")::put);
        }
        putBody(event, request);
        return event.toString();
    }

    private static ObjectNode context(
            Match match, Request request, String requestId, Instant now, Optional<ObjectNode> authorizer) {
        var context = Json.object()
                .put("accountId", Cloud.ACCOUNT)
                .put("apiId", match.api().id());
        authorizer.ifPresent(identity -> context.set("authorizer", identity));
        context.put("domainName", match.api().domainName())
                .put("domainPrefix", match.api().id());
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.headers().first("user-agent").orElse(""));
        return context.put("requestId", requestId)
                .put("routeKey", match.route().key().text())
                .put("stage", match.stage().name())
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void putCookies(ObjectNode event, Request request) {
        var cookies = new ArrayList<String>();
        request.headers()
                .all("cookie")
                .forEach(line -> Arrays.stream(line.split(";"))
                        .map(String::strip)
                        .filter(cookie -> !cookie.isEmpty())
                        .forEach(cookies::add));
        if (!cookies.isEmpty()) {
            cookies.forEach(event.putArray("cookies")::add);
        }
    }

    /** As the client sent them, with what the gateway adds on AWS: there it is always reached by https. */
    private static void putHeaders(ObjectNode event, Request request, String domainName, String traceId) {
        var sent = new Headers(request.headers().fields().stream()
                .filter(field -> !HOP_BY_HOP.contains(field.name()))
                .toList());
        var forwarded = new ArrayList<>(sent.all("x-forwarded-for"));
        forwarded.add(request.sourceIp());
        var headers = new LinkedHashMap<>(sent.replacing("x-forwarded-for", String.join(", ", forwarded))
                .replacing("x-forwarded-port", "443")
                .replacing("x-forwarded-proto", "https")
                .joined());
        headers.putIfAbsent("host", domainName);
        headers.putIfAbsent("content-length", Integer.toString(request.body().size()));
        headers.putIfAbsent("x-amzn-trace-id", traceId);
        headers.forEach(event.putObject("headers")::put);
    }

    private static void putQuery(ObjectNode event, Request request) {
        var joined = new LinkedHashMap<String, String>();
        request.parameters()
                .forEach(parameter -> joined.merge(parameter.name(), parameter.value(), (a, b) -> a + "," + b));
        if (!joined.isEmpty()) {
            joined.forEach(event.putObject("queryStringParameters")::put);
        }
    }

    private static void putBody(ObjectNode event, Request request) {
        if (request.body().equals(Body.EMPTY)) {
            event.put("isBase64Encoded", false);
            return;
        }
        boolean text =
                request.headers().first("content-type").map(ProxyEvent::isText).orElse(false);
        event.put(
                "body",
                text
                        ? request.body().text()
                        : Base64.getEncoder().encodeToString(request.body().bytes()));
        event.put("isBase64Encoded", !text);
    }

    private static boolean isText(String contentType) {
        var type = List.of(contentType.split(";", 2)).getFirst().strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT.contains(type);
    }
}
