package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.delivery.TargetInput;
import com.lifeverse.local.kernel.Cloud;
import java.util.List;
import java.util.Optional;

/** One rule of a bus. */
public record EventRule(String name, String bus, EventPattern pattern, boolean enabled, List<Target> targets) {
    /** The bus of every account that has no name of its own. */
    public static final String DEFAULT_BUS = "default";

    /**
     * One target of a rule.
     *
     * @param roleArn the role that delivers; without one the target's own policy has to let EventBridge in
     * @param deadLetterArn the queue for what cannot be delivered
     * @param declared all of it, in EventBridge's own members
     */
    public record Target(
            String id,
            String arn,
            Optional<String> roleArn,
            TargetInput input,
            RetryPolicy retryPolicy,
            Optional<String> deadLetterArn,
            JsonNode declared) {}

    public EventRule {
        targets = List.copyOf(targets);
    }

    public String arn() {
        var path = bus.equals(DEFAULT_BUS) ? name : bus + "/" + name;
        return Cloud.arn("events", "rule/" + path);
    }
}
