package com.lifeverse.cdk.construct;

import java.util.List;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Leave to do exactly these actions on exactly these resources.
 *
 * @param actions such as {@code dynamodb:UpdateItem}; a wildcard is refused
 * @param resources their ARNs
 */
public record Grant(List<String> actions, List<String> resources) {
    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        if (actions.isEmpty() || actions.stream().anyMatch(action -> action.contains("*"))) {
            throw new IllegalArgumentException("a grant names its actions one by one: " + actions);
        }
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("a grant of " + actions + " names no resource");
        }
    }

    /** Begins a grant with its actions. */
    public static Actions of(String... actions) {
        return resources -> new Grant(List.of(actions), List.of(resources));
    }

    /** The half of a grant that still wants to know on what. */
    @FunctionalInterface
    public interface Actions {
        Grant on(String... resourceArns);
    }

    /** A policy of this grant alone. */
    public PolicyDocument document() {
        return document(List.of(this));
    }

    static PolicyDocument document(List<Grant> grants) {
        return PolicyDocument.Builder.create()
                .statements(grants.stream().map(Grant::statement).toList())
                .build();
    }

    private PolicyStatement statement() {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(resources)
                .build();
    }
}
