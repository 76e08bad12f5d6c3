package com.lifeverse.local.destination;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Endpoint;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The API destinations of the stack, each an endpoint that rules deliver to. An answer of 2xx is a delivery; 429 and 5xx,
 * and no answer, are tried again by the target's retry policy; any other status is given up at once.
 */
public final class Destinations {
    private final Endpoints endpoints;
    private final Outside outside;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Map<String, Destination> byArn = new ConcurrentHashMap<>();

    /**
     * One destination.
     *
     * @param address where {@code *} stands for a path parameter of the target
     */
    public record Destination(String name, String connectionArn, String address, String method) {
        public String arn() {
            return Cloud.arn("events", "api-destination/" + name + "/00000000-0000-4000-8000-000000000000");
        }
    }

    /** What a rule's target adds to the calls it makes. */
    public record Parameters(List<String> path, Map<String, String> headers, Map<String, String> query) {
        public static final Parameters NONE = new Parameters(List.of(), Map.of(), Map.of());

        public Parameters {
            path = List.copyOf(path);
            headers = Map.copyOf(headers);
            query = Map.copyOf(query);
        }
    }

    public Destinations(Endpoints endpoints, Outside outside) {
        this.endpoints = endpoints;
        this.outside = outside;
    }

    public void put(Connection connection) {
        connections.put(connection.arn(), connection);
    }

    /** Makes a destination, which can be delivered to from then on. */
    public void put(Destination destination) {
        endpoints.register(destination.arn(), endpoint(destination, Parameters.NONE));
        byArn.put(destination.arn(), destination);
    }

    /** The ARN to deliver to for calls that carry more: that of the destination itself if there is nothing to add. */
    public String with(String arn, String rule, Parameters parameters) {
        var destination = byArn.get(arn);
        if (destination == null || parameters.equals(Parameters.NONE)) {
            return arn;
        }
        var own = arn + "#" + rule;
        endpoints.register(own, endpoint(destination, parameters));
        return own;
    }

    private Endpoint endpoint(Destination destination, Parameters parameters) {
        return new Endpoint() {
            @Override
            public void accept(Caller caller, String payload) {
                caller.require("events:InvokeApiDestination", destination.arn());
                call(destination, parameters, payload);
            }

            @Override
            public boolean isOutside() {
                return true;
            }
        };
    }

    private void call(Destination destination, Parameters parameters, String payload) {
        var connection = connections.get(destination.connectionArn());
        if (connection == null) {
            throw refused(404, "ResourceNotFoundException", "There is no connection " + destination.connectionArn());
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Amazon/EventBridge/ApiDestinations");
        headers.putAll(connection.headersOver(parameters.headers()));
        var query = new LinkedHashMap<>(parameters.query());
        query.putAll(connection.query());
        int status;
        try {
            status = outside.call(new Outside.Call(
                    destination.method(),
                    address(destination.address(), parameters.path(), query),
                    headers,
                    body(connection, payload)));
        } catch (UncheckedIOException e) {
            throw refused(500, "SDK_CLIENT_ERROR", String.valueOf(e.getMessage()));
        }
        if (status == 429 || status >= 500) {
            throw refused(500, "ERROR_FROM_TARGET", "The destination answered " + status);
        }
        if (status >= 300) {
            throw refused(400, "INVALID_PARAMETER", "The destination answered " + status);
        }
    }

    private static String body(Connection connection, String payload) {
        if (connection.body().isEmpty() || !(Json.read(payload) instanceof ObjectNode event)) {
            return payload;
        }
        connection.body().forEach(event::put);
        return Json.text(event);
    }

    private static URI address(String template, List<String> path, Map<String, String> query) {
        var address = template;
        for (var part : path) {
            address = address.replaceFirst("\\*", encoded(part).replace("+", "%20"));
        }
        var asked = query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return URI.create(asked.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + asked);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static AwsServiceException refused(int status, String code, String message) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("EventBridge")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
