package com.lifeverse.local.bus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next asks for the page after it; null if this is the last one
 */
record Listing<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 100;

    /** The page of {@code all} that {@code token} asks for, of at most {@code limit} items. */
    static <T> Listing<T> of(List<T> all, @Nullable Integer limit, @Nullable String token) {
        int most = limit == null ? MOST : limit;
        if (most < 1 || most > MOST) {
            throw Refusals.of(
                    "ValidationException",
                    "1 validation error detected: Value '%d' at 'limit' failed to satisfy constraint: Member must have value %s"
                            .formatted(most, most < 1 ? "greater than or equal to 1" : "less than or equal to 100"));
        }
        int from = token == null ? 0 : Math.min(decoded(token), all.size());
        int to = Math.min(all.size(), from + most);
        return new Listing<>(all.subList(from, to), to < all.size() ? encoded(to) : null);
    }

    private static String encoded(int place) {
        return Base64.getUrlEncoder().encodeToString(Integer.toString(place).getBytes(StandardCharsets.UTF_8));
    }

    private static int decoded(String token) {
        try {
            return Integer.parseUnsignedInt(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Refusals.of("ValidationException", "Parameter NextToken is not valid.");
        }
    }
}
