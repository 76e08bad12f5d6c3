package com.lifeverse.local.destination;

import com.lifeverse.local.kernel.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The access tokens of connections that have to ask for one. A token is kept until a minute before it ends, or until a
 * destination does not take it any more.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html">Connections</a>
 */
final class Tokens {
    private static final Duration AHEAD = Duration.ofSeconds(60);
    private static final Duration USUAL = Duration.ofHours(1);

    /**
     * Who asks, and where.
     *
     * @param parameters of the request for a token, besides id and secret
     */
    record Client(String endpoint, String method, String id, String secret, Parameters parameters) {}

    /** Headers, and members of query and body. */
    record Parameters(Map<String, String> headers, Map<String, String> query, Map<String, String> body) {
        Parameters {
            headers = Map.copyOf(headers);
            query = Map.copyOf(query);
            body = Map.copyOf(body);
        }
    }

    private record Token(String text, Instant end) {}

    private final Outside outside;
    private final InstantSource clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Tokens(Outside outside, InstantSource clock) {
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * The header that says who calls.
     *
     * @throws java.io.UncheckedIOException if whoever gives tokens does not answer
     * @throws IllegalStateException if he gives none
     */
    String authorization(String connectionArn, Client client) {
        var token = tokens.get(connectionArn);
        var now = clock.instant();
        if (token == null || !now.isBefore(token.end().minus(AHEAD))) {
            token = asked(client, now);
            tokens.put(connectionArn, token);
        }
        return "Bearer " + token.text();
    }

    /** Asks for another token next time. */
    void forget(String connectionArn) {
        tokens.remove(connectionArn);
    }

    private Token asked(Client client, Instant now) {
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", client.id());
        form.put("client_secret", client.secret());
        form.putAll(client.parameters().body());
        var query = new LinkedHashMap<>(client.parameters().query());
        boolean byBody = !client.method().equals("GET");
        if (!byBody) {
            query.putAll(form);
        }
        var headers = new LinkedHashMap<String, String>();
        if (byBody) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.putAll(client.parameters().headers());
        var answer = outside.call(new Outside.Call(
                client.method(), address(client.endpoint(), query), headers, byBody ? encoded(form) : ""));
        var said = Json.parse(answer.body());
        var text = said.map(json -> json.path("access_token").asText()).orElse("");
        if (answer.status() >= 300 || text.isEmpty()) {
            throw new IllegalStateException(
                    "No token was given: " + client.endpoint() + " answered " + answer.status());
        }
        long seconds = said.map(json -> json.path("expires_in").asLong(USUAL.toSeconds()))
                .orElse(USUAL.toSeconds());
        return new Token(text, now.plusSeconds(seconds));
    }

    static URI address(String address, Map<String, String> query) {
        var asked = encoded(query);
        return URI.create(asked.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + asked);
    }

    private static String encoded(Map<String, String> members) {
        return members.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
