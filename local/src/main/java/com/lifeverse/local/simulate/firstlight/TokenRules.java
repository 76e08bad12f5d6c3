package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.world.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** An access token is taken until it expires, whatever becomes of the key that signed it. */
record TokenRules(List<Exchange> exchanges) {
    private static final int UNAUTHORIZED = 401;
    private static final String BEARER = "Bearer ";

    List<Violation> violations() {
        return exchanges.stream()
                .filter(TokenRules::isRefusedInTime)
                .map(exchange -> new Violation(
                        "tokens-outlive-their-key",
                        exchange.step(),
                        "%s %s by %s was refused at %s: %s"
                                .formatted(
                                        exchange.request().method(),
                                        exchange.request().path(),
                                        exchange.actor(),
                                        exchange.at(),
                                        challenge(exchange))))
                .toList();
    }

    /** Only gateways challenge; what functions refuse is a matter of the session. */
    private static boolean isRefusedInTime(Exchange exchange) {
        return exchange.response().status() == UNAUTHORIZED
                && !challenge(exchange).isEmpty()
                && exchange.at().isBefore(expiry(exchange));
    }

    private static String challenge(Exchange exchange) {
        return exchange.response().headers().first("www-authenticate").orElse("");
    }

    private static Instant expiry(Exchange exchange) {
        var token = exchange.request()
                .headers()
                .first("authorization")
                .map(value -> value.substring(BEARER.length()))
                .orElseThrow(() -> new IllegalStateException(exchange.actor() + " called without a token"));
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return Instant.ofEpochSecond(Json.read(claims).path("exp").asLong());
    }
}
