package com.lifeverse.local.simulate.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every access token and session that was handed out.
 *
 * @param tokens by their text
 * @param sessions the first exchange that told of each, by the session's id
 */
record Issued(Map<String, Token> tokens, Map<String, Start> sessions) {
    /**
     * An access token.
     *
     * @param expiresAt as stated with it
     * @param by the exchange that brought it
     */
    record Token(String session, Instant expiresAt, Exchange by) {}

    /** The answer that a session began with. */
    record Start(String playerId, Exchange by) {}

    static Issued in(List<Exchange> exchanges) {
        var issued = new Issued(new HashMap<>(), new TreeMap<>());
        exchanges.stream()
                .filter(exchange -> exchange.response().status() < 300)
                .forEach(issued::read);
        return issued;
    }

    /** The session that a request is made for: of its access token, or of its path for a renewal. */
    Optional<String> session(Request request) {
        return token(request)
                .map(Token::session)
                .or(() -> Calls.session(request).filter(_ -> request.path().endsWith("/renew")));
    }

    /** The access token that a request comes with; empty for none, and for that of staff. */
    Optional<Token> token(Request request) {
        return request.headers()
                .first("authorization")
                .map(value -> value.replace("Bearer ", ""))
                .flatMap(text -> Optional.ofNullable(tokens.get(text)));
    }

    private void read(Exchange exchange) {
        var path = exchange.request().path();
        if (path.equals(Calls.SESSIONS) && exchange.response().status() == 201) {
            var json = Calls.json(exchange.response());
            sessions.putIfAbsent(
                    json.path("sessionId").asText(),
                    new Start(json.path("playerId").asText(), exchange));
            keep(json, exchange);
        } else if (path.endsWith("/renew")) {
            keep(Calls.json(exchange.response()), exchange);
        }
    }

    private void keep(JsonNode answer, Exchange by) {
        if (answer.has("accessToken")) {
            var expiresAt = Instant.parse(answer.path("accessTokenExpiresAt").asText());
            tokens.put(
                    answer.path("accessToken").asText(),
                    new Token(answer.path("sessionId").asText(), expiresAt, by));
        }
    }
}
