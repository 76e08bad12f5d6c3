package com.lifeverse.local.simulate.family;

import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A renewal that was accepted.
 *
 * @param family names the session and the sign-in that the token descends from
 * @param generation of the token that was handed in
 */
public record Renewal(Exchange exchange, String token, String successor, String family, long generation) {
    /** As the exchange says it, which must be an accepted one. */
    public static Renewal of(Exchange exchange) {
        var token = Calls.json(exchange.request()).path("refreshToken").asText();
        var successor = Calls.json(exchange.response()).path("refreshToken").asText();
        // Clients cannot rely on what is in a token; who checks the rules may look.
        var payload = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        var parts = new String(payload, StandardCharsets.UTF_8).split("\\|", -1);
        return new Renewal(exchange, token, successor, parts[1] + " " + parts[2], Long.parseLong(parts[3]));
    }
}
