package com.lifeverse.local.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.lifeverse.local.iam.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of AWS's own that a role may carry: those that allow only logs and traces. The rest is refused. */
final class AwsManagedPolicies {
    private static final String PREFIX = "arn:aws:iam::aws:policy/";
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "service-role/AWSLambdaBasicExecutionRole",
            List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
            "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
            List.of("logs:*"),
            "AWSXRayDaemonWriteAccess",
            List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSampling*"));

    private AwsManagedPolicies() {}

    /** True if the ARN is in AWS's own account. */
    static boolean owns(String arn) {
        return arn.startsWith(PREFIX);
    }

    /** The policy of that ARN, if it is one of the few. */
    static Optional<Policy> find(String arn) {
        return Optional.ofNullable(ACTIONS.get(arn.substring(PREFIX.length()))).map(AwsManagedPolicies::policy);
    }

    private static Policy policy(List<String> actions) {
        var document = JsonNodeFactory.instance.objectNode();
        var statement = document.putObject("Statement").put("Effect", "Allow").put("Resource", "*");
        actions.forEach(statement.withArray("Action")::add);
        return Policy.parse(document);
    }
}
