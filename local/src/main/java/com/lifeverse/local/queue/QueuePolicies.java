package com.lifeverse.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The policies of queues, which let AWS services in. A role of this account is ruled by its own policies; a service has
 * none, so that without a statement here its deliveries are refused.
 */
public final class QueuePolicies {
    private static final Map<String, Boolean> CONDITIONS =
            Map.of("ArnEquals", true, "ArnLike", true, "StringEquals", false, "StringLike", true, "Bool", false);

    private final Map<String, List<JsonNode>> statements = new ConcurrentHashMap<>();

    /**
     * Keeps the policy of a queue, in place of an earlier one.
     *
     * @throws IllegalArgumentException if it has a condition that cannot be judged here
     */
    public void keep(String queueArn, JsonNode document) {
        var known = listed(document.path("Statement")).toList();
        known.forEach(QueuePolicies::requireKnownConditions);
        statements.put(queueArn, known);
    }

    /** The service {@code principal} acting for the resource {@code sourceArn}, such as a rule. */
    public Caller service(String principal, String sourceArn) {
        return new Caller() {
            @Override
            public String name() {
                return principal;
            }

            @Override
            public void require(String action, String resourceArn) {
                if (!allows(principal, sourceArn, action, resourceArn)) {
                    throw denied(principal, action, resourceArn);
                }
            }
        };
    }

    private boolean allows(String principal, String sourceArn, String action, String queueArn) {
        var context =
                Map.of("aws:sourcearn", sourceArn, "aws:sourceaccount", Cloud.ACCOUNT, "aws:securetransport", "true");
        var applicable = statements.getOrDefault(queueArn, List.of()).stream()
                .filter(statement -> names(statement.path("Principal"), principal))
                .filter(statement -> anyLike(statement.path("Action"), action))
                .filter(statement -> anyLike(statement.path("Resource"), queueArn))
                .filter(statement -> holds(statement.path("Condition"), context))
                .map(statement -> statement.path("Effect").asText())
                .toList();
        return applicable.contains("Allow") && !applicable.contains("Deny");
    }

    private static boolean names(JsonNode declared, String principal) {
        if (declared.isTextual()) {
            return declared.asText().equals("*");
        }
        return listed(declared.path("AWS")).anyMatch(p -> p.asText().equals("*"))
                || listed(declared.path("Service")).anyMatch(p -> p.asText().equals(principal));
    }

    private static boolean holds(JsonNode condition, Map<String, String> context) {
        return condition.properties().stream()
                .allMatch(operator -> operator.getValue().properties().stream().allMatch(key -> {
                    var actual = context.getOrDefault(key.getKey().toLowerCase(Locale.ROOT), "");
                    boolean patterns = CONDITIONS.getOrDefault(operator.getKey(), false);
                    return listed(key.getValue())
                            .anyMatch(wanted -> patterns
                                    ? like(wanted.asText(), actual)
                                    : wanted.asText().equals(actual));
                }));
    }

    private static boolean anyLike(JsonNode patterns, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return listed(patterns).anyMatch(p -> like(p.asText().toLowerCase(Locale.ROOT), lower));
    }

    /** IAM's wildcards: {@code *} for any run of characters, {@code ?} for one. */
    private static boolean like(String pattern, String text) {
        var regex = new StringBuilder();
        pattern.chars()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : "\\x{" + Integer.toHexString(c) + "}"));
        return text.matches(regex.toString());
    }

    private static void requireKnownConditions(JsonNode statement) {
        for (var operator : statement.path("Condition").properties()) {
            if (!CONDITIONS.containsKey(operator.getKey())) {
                throw new IllegalArgumentException("Condition " + operator.getKey() + " is not judged here");
            }
            for (var key : operator.getValue().properties()) {
                if (!List.of("aws:sourcearn", "aws:sourceaccount", "aws:securetransport")
                        .contains(key.getKey().toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException("Condition key " + key.getKey() + " is not judged here");
                }
            }
        }
        if (statement.has("NotPrincipal") || statement.has("NotAction") || statement.has("NotResource")) {
            throw new IllegalArgumentException("NotPrincipal, NotAction and NotResource are not judged here");
        }
    }

    private static Stream<JsonNode> listed(JsonNode oneOrMany) {
        if (oneOrMany.isMissingNode()) {
            return Stream.empty();
        }
        return oneOrMany.isArray() ? StreamSupport.stream(oneOrMany.spliterator(), false) : Stream.of(oneOrMany);
    }

    private static AwsServiceException denied(String principal, String action, String resourceArn) {
        var message =
                "User: %s is not authorized to perform: %s on resource: %s because no resource-based policy allows the %s action"
                        .formatted(
                                principal,
                                action.toLowerCase(Locale.ROOT),
                                resourceArn,
                                action.toLowerCase(Locale.ROOT));
        return AwsServiceException.builder()
                .message(message)
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Sqs")
                        .errorCode("AccessDenied")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
