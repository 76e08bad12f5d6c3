package com.lifeverse.local.iam.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to do.
 *
 * @param principal the ARN of a role, or the name of a service
 * @param action such as {@code dynamodb:UpdateItem}
 * @param resource the ARN it is done to
 * @param context what conditions can ask for, by key in lower case
 */
public record Request(Principal principal, String action, String resource, Map<String, String> context) {
    /** Who asks. */
    public sealed interface Principal {
        /** What policies write for it. */
        String name();
    }

    /** A role of the account, by ARN. */
    public record Role(String name) implements Principal {}

    /** An AWS service, such as {@code events.amazonaws.com}. */
    public record Service(String name) implements Principal {}

    public Request {
        context = Map.copyOf(context);
    }

    /** The value of a context key, whose case does not count. */
    Optional<String> value(String key) {
        return Optional.ofNullable(context.get(key.toLowerCase(Locale.ROOT)));
    }
}
