package com.lifeverse.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.iam.policy.Policy;
import com.lifeverse.local.iam.policy.UnsupportedPolicy;
import com.lifeverse.local.kernel.Cloud;

/** Reads what the IAM types have in common. */
final class PolicyDocuments {
    private PolicyDocuments() {}

    /** The document in {@code document}; what is not evaluated here is an error of {@code property}. */
    static Policy parse(Declaration declaration, String property, JsonNode document) {
        try {
            return Policy.parse(document);
        } catch (UnsupportedPolicy e) {
            throw new UnsupportedProperty(declaration, property, String.valueOf(e.getMessage()));
        }
    }

    /** The ARN of a role by its name, which is how policies name the roles they belong to. */
    static String roleArn(String name) {
        return Cloud.globalArn("iam", "role/" + name);
    }
}
