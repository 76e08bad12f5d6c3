package com.lifeverse.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Whom a statement is about. An identity's own policy names nobody: it is about that identity.
 *
 * @param everybody {@code *}, or nothing stated
 */
record Principals(boolean everybody, List<String> roles, List<String> services) {
    private static final Set<String> KINDS = Set.of("AWS", "Service", "Federated", "CanonicalUser");

    static Principals parse(JsonNode node) {
        var roles = Statement.texts(node.path("AWS"));
        if (node.isMissingNode() || node.asText().equals("*") || roles.contains("*")) {
            return new Principals(true, List.of(), List.of());
        }
        node.fieldNames().forEachRemaining(kind -> {
            if (!KINDS.contains(kind)) {
                throw new UnsupportedPolicy("The principal kind " + kind + " is not known");
            }
        });
        return new Principals(false, roles, Statement.texts(node.path("Service")));
    }

    boolean include(Request.Principal principal) {
        return everybody
                || switch (principal) {
                    case Request.Role role -> roles.contains(role.name());
                    case Request.Service service -> services.contains(service.name());
                };
    }
}
