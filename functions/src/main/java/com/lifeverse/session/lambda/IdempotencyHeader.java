package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.signin.IdempotencyKey;
import java.util.List;
import java.util.Optional;

/**
 * The header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header). Operations that make another thing each time they are
 * called demand one: 400 without it or malformed, 409 while the first call is at work, 422 with another body. What can be
 * called again by its nature takes none.
 */
public final class IdempotencyHeader {
    private static final String NAME = "Idempotency-Key";

    private IdempotencyHeader() {}

    /** The key, of an operation that can do without. */
    public static Optional<IdempotencyKey> read(HttpRequest request) {
        var header = request.header(NAME);
        var key = header.flatMap(IdempotencyKey::parse);
        if (header.isPresent() && key.isEmpty()) {
            var violation = new Violation(NAME, "must be a quoted string of 1 to 64 characters, such as \"8e03978e\"");
            throw new Refused(Problem.INVALID_REQUEST, "The Idempotency-Key is malformed.", List.of(violation));
        }
        return key;
    }

    /** The key, of an operation that demands one. */
    public static IdempotencyKey demand(HttpRequest request) {
        return read(request)
                .orElseThrow(() -> new Refused(
                        Problem.IDEMPOTENCY_KEY_REQUIRED,
                        "Send a new one with each new request, and the same one with each repetition."));
    }
}
