package com.lifeverse.local.http.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The claims of a token whose signature is right. Times have no leeway: AWS documents none. */
record Claims(Map<String, Object> values) {
    /** What is wrong with them, in the words of the {@code www-authenticate} header; empty if nothing is. */
    Optional<String> fault(String issuer, List<String> audience, Instant now) {
        if (!issuer.equals(values.get("iss"))) {
            return Optional.of("invalid issuer");
        }
        if (audience().stream().noneMatch(audience::contains)) {
            return Optional.of("the token does not have a valid audience");
        }
        if (!(values.get("exp") instanceof Number) || !time("exp").isAfter(now)) {
            return Optional.of("the token has expired");
        }
        if (isNotYet("nbf", now)) {
            return Optional.of("the token is not valid yet");
        }
        if (isNotYet("iat", now)) {
            return Optional.of("the token was issued in the future");
        }
        return Optional.empty();
    }

    /** The scopes, of {@code scope} or else of {@code scp}. */
    List<String> scopes() {
        var claim = values.containsKey("scope") ? values.get("scope") : values.get("scp");
        return claim instanceof String text ? Arrays.asList(text.trim().split("\\s+")) : texts(claim);
    }

    /** As a function sees them: every value as text, as API Gateway writes it. */
    ObjectNode rendered() {
        var rendered = Json.object();
        values.forEach((name, value) -> rendered.put(name, text(value)));
        return rendered;
    }

    /** The client's id stands for the audience only where the token states none. */
    private List<String> audience() {
        var claim = values.containsKey("aud") ? values.get("aud") : values.get("client_id");
        return claim instanceof String one ? List.of(one) : texts(claim);
    }

    private boolean isNotYet(String claim, Instant now) {
        var value = values.get(claim);
        return value != null && (!(value instanceof Number) || time(claim).isAfter(now));
    }

    private Instant time(String claim) {
        return values.get(claim) instanceof Number seconds
                ? Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000))
                : Instant.MIN;
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case List<?> list -> list.stream().map(Claims::text).collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> map ->
                new TreeMap<>(map)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                                .collect(Collectors.joining(" ", "map[", "]"));
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            default -> value.toString();
        };
    }
}
