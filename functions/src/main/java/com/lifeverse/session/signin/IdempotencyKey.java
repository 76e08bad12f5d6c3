package com.lifeverse.session.signin;

import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name a caller gives to one attempt, so that its repetition is recognised: a string of structured fields (RFC 9651), in
 * quotes, of 1 to 64 printable ASCII characters without quote and backslash. What it did is known as
 * long as its session lives, and as long as the history is kept.
 *
 * @param text without the quotes
 */
public record IdempotencyKey(String text) {
    private static final Pattern STRING = Pattern.compile(" *\"([\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64})\" *");

    /** The key in a header; empty if it is malformed. */
    public static Optional<IdempotencyKey> parse(String header) {
        var matcher = STRING.matcher(header);
        return matcher.matches() ? Optional.of(new IdempotencyKey(matcher.group(1))) : Optional.empty();
    }

    /** What to remember of this key coming with these values. */
    public IdempotencyMark with(String... body) {
        return new IdempotencyMark(Sha256.mark(text), Sha256.mark(body));
    }
}
