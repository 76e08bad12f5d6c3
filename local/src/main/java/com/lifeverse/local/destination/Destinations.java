package com.lifeverse.local.destination;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Endpoint;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The API destinations of the stack, each an endpoint that rules deliver to. An answer of 2xx is a delivery; 401, 407,
 * 409, 429 and 5xx, and no answer, are tried again by the target's retry policy, the first two with a new token; any other
 * status is given up at once. Calls that are more than a destination takes a second wait for their turn.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html">API destinations</a>
 */
public final class Destinations {
    private static final Set<Integer> PASSING = Set.of(401, 407, 409, 429);
    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 407);

    private final Endpoints endpoints;
    private final Outside outside;
    private final Tokens tokens;
    private final Map<String, Turns> turns = new ConcurrentHashMap<>();
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Map<String, Destination> byArn = new ConcurrentHashMap<>();

    /**
     * One destination.
     *
     * @param address where {@code *} stands for a path parameter of the target
     * @param rate how many calls a second it takes
     */
    public record Destination(String name, String connectionArn, String address, String method, int rate) {
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

    public Destinations(Endpoints endpoints, Outside outside, InstantSource clock) {
        this.endpoints = endpoints;
        this.outside = outside;
        this.tokens = new Tokens(outside, clock);
    }

    void put(Connection connection) {
        connections.put(connection.arn(), connection);
    }

    /** Makes a destination, which can be delivered to from then on. */
    public void put(Destination destination) {
        turns.put(destination.arn(), new Turns(destination.rate()));
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

            @Override
            public Instant turn(Instant now) {
                return requireNonNull(turns.get(destination.arn())).take(now);
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
        int status = status(connection, destination, parameters, headers, query, payload);
        if (UNAUTHORIZED.contains(status)) {
            tokens.forget(connection.arn());
        }
        if (PASSING.contains(status) || status >= 500) {
            throw refused(500, "ERROR_FROM_TARGET", "The destination answered " + status);
        }
        if (status < 200 || status >= 300) {
            throw refused(400, "INVALID_PARAMETER", "The destination answered " + status);
        }
    }

    private int status(
            Connection connection,
            Destination destination,
            Parameters parameters,
            Map<String, String> headers,
            Map<String, String> query,
            String payload) {
        try {
            connection
                    .client()
                    .ifPresent(client -> headers.put("Authorization", tokens.authorization(connection.arn(), client)));
            return outside.call(new Outside.Call(
                            destination.method(),
                            address(destination.address(), parameters.path(), query),
                            headers,
                            body(connection, payload)))
                    .status();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw refused(500, "SDK_CLIENT_ERROR", String.valueOf(e.getMessage()));
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
            address = address.replaceFirst(
                    "\\*", Matcher.quoteReplacement(Tokens.encoded(part).replace("+", "%20")));
        }
        return Tokens.address(address, query);
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
