package com.lifeverse.local.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.http.message.QueryParameter;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The event that a function gets from a WebSocket route
 * (docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html).
 */
final class PushEvent {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PushEvent() {}

    static ObjectNode connect(Connection connection, IdSource ids, Instant now) {
        var event = Json.object();
        var headers = event.putObject("headers");
        connection.handshake().headers().joined().forEach(headers::put);
        var many = event.putObject("multiValueHeaders");
        connection
                .handshake()
                .headers()
                .fields()
                .forEach(field -> many.withArray(field.name()).add(field.value()));
        var parameters = connection.handshake().parameters();
        if (!parameters.isEmpty()) {
            var single = event.putObject("queryStringParameters");
            var multiple = event.putObject("multiValueQueryStringParameters");
            for (QueryParameter parameter : parameters) {
                single.put(parameter.name(), parameter.value());
                multiple.withArray(parameter.name()).add(parameter.value());
            }
        }
        event.set("requestContext", context(connection, PushApi.CONNECT, "CONNECT", ids, now));
        return event.put("isBase64Encoded", false);
    }

    static ObjectNode message(
            Connection connection, String route, String body, boolean binary, IdSource ids, Instant now) {
        var event = Json.object();
        var context = context(connection, route, "MESSAGE", ids, now);
        context.put("messageId", context.path("requestId").asText());
        event.set("requestContext", context);
        return event.put("body", body).put("isBase64Encoded", binary);
    }

    static ObjectNode disconnect(Connection connection, int status, String reason, IdSource ids, Instant now) {
        var event = Json.object();
        event.putObject("headers").put("Host", connection.api().domainName());
        var context = context(connection, PushApi.DISCONNECT, "DISCONNECT", ids, now);
        context.put("disconnectStatusCode", status).put("disconnectReason", reason);
        event.set("requestContext", context);
        return event.put("isBase64Encoded", false);
    }

    private static ObjectNode context(
            Connection connection, String route, String eventType, IdSource ids, Instant now) {
        var requestId = RequestId.of(ids);
        var context = Json.object()
                .put("routeKey", route)
                .put("eventType", eventType)
                .put("extendedRequestId", requestId)
                .put("requestTime", TIME.format(now))
                .put("messageDirection", "IN")
                .put("stage", connection.stage().name())
                .put("connectedAt", connection.since().toEpochMilli())
                .put("requestTimeEpoch", now.toEpochMilli());
        context.putObject("identity")
                .put("sourceIp", connection.handshake().sourceIp())
                .put(
                        "userAgent",
                        connection.handshake().headers().first("user-agent").orElse(""));
        return context.put("requestId", requestId)
                .put("domainName", connection.api().domainName())
                .put("connectionId", connection.id())
                .put("apiId", connection.api().id());
    }
}
