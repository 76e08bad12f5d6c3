package com.lifeverse.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.iam.policy.Policy;
import com.lifeverse.local.iam.policy.UnsupportedPolicy;
import com.lifeverse.local.kernel.Cloud;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies that resources carry themselves, by the resource's ARN. Kept in memory only: each start provisions the
 * template anew.
 */
public final class ResourcePolicies {
    private final Map<String, Map<String, Policy>> byResource = new ConcurrentHashMap<>();

    /**
     * Puts a policy document on a resource, as {@code AWS::SQS::QueuePolicy} does. A second one of the same declaration
     * replaces the first; those of different declarations add up.
     *
     * @param declaration the resource that states the policy
     * @throws UnsupportedProperty if the document uses what is not evaluated here
     */
    public void attach(Declaration declaration, String resourceArn, JsonNode document) {
        try {
            byResource
                    .computeIfAbsent(resourceArn, arn -> new ConcurrentHashMap<>())
                    .put(declaration.generatedName(), Policy.parse(document));
        } catch (UnsupportedPolicy e) {
            throw new UnsupportedProperty(declaration, "PolicyDocument", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Lets a service do one thing to a resource, as {@code AWS::Lambda::Permission} does.
     *
     * @param service such as {@code events.amazonaws.com}
     * @param sourceArn in whose name the service must act, with {@code *}; empty if that does not matter
     */
    public void permit(
            Declaration declaration, String resourceArn, String service, String action, Optional<String> sourceArn) {
        var document = JsonNodeFactory.instance.objectNode();
        var statement = document.putObject("Statement");
        statement.put("Effect", "Allow").put("Action", action).put("Resource", resourceArn);
        statement.putObject("Principal").put("Service", service);
        sourceArn.ifPresent(
                arn -> statement.putObject("Condition").putObject("ArnLike").put("aws:SourceArn", arn));
        attach(declaration, resourceArn, document);
    }

    /** The policies on a resource; those of an S3 object are its bucket's. */
    Collection<Policy> of(String resourceArn) {
        return byResource.getOrDefault(carrier(resourceArn), Map.of()).values();
    }

    private static String carrier(String resourceArn) {
        var bucket = List.of("arn", Cloud.PARTITION, "s3", "", "");
        int slash = resourceArn.indexOf('/');
        boolean object = slash > 0 && resourceArn.startsWith(String.join(":", bucket));
        return object ? resourceArn.substring(0, slash) : resourceArn;
    }
}
