package com.lifeverse.cdk.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.Assembly.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What AWS takes of each, as the services' own pages of quotas say it; a template with more is refused in the middle of a deployment.
 * What is only known at AWS, such as names and ARNs, is taken for a long one.
 */
final class Limits {
    /** As long as the ARN of a table in a stage with its region in its names. */
    private static final String LONG = "x".repeat(120);

    private static final int TIMEOUTS_HIDDEN = 6;

    /** How much one resource may have of something. */
    private record Most(String type, String of, int most, ToIntFunction<JsonNode> measure) {}

    /** How much all resources of a type may have together that are about the same. */
    private record Together(
            String type, String of, int most, ToIntFunction<JsonNode> measure, Function<JsonNode, JsonNode> about) {}

    private static final List<Most> EACH = List.of(
            new Most(
                    "AWS::SQS::QueuePolicy",
                    "statements",
                    20,
                    policy -> policy.at("/PolicyDocument/Statement").size()),
            new Most("AWS::SQS::QueuePolicy", "bytes of policy", 8_192, policy -> size(policy.path("PolicyDocument"))),
            new Most("AWS::Events::Rule", "characters of pattern", 2_048, rule -> size(rule.path("EventPattern"))),
            new Most(
                    "AWS::Events::Rule",
                    "targets",
                    5,
                    rule -> rule.path("Targets").size()),
            new Most(
                    "AWS::Lambda::Function",
                    "bytes of environment",
                    4_096,
                    function -> size(function.at("/Environment/Variables"))),
            new Most(
                    "AWS::Lambda::EventSourceMapping",
                    "filters",
                    5,
                    mapping -> mapping.at("/FilterCriteria/Filters").size()),
            new Most("AWS::IAM::Role", "characters of policies", 10_240, role -> size(role.path("Policies"))),
            new Most(
                    "AWS::StepFunctions::StateMachine",
                    "characters of definition",
                    1_000_000,
                    machine -> size(machine.path("DefinitionString"))),
            new Most(
                    "AWS::StepFunctions::StateMachine",
                    "characters of name",
                    80,
                    machine -> size(machine.path("StateMachineName"))),
            new Most(
                    "AWS::CodeDeploy::DeploymentGroup",
                    "alarms",
                    10,
                    group -> group.at("/AlarmConfiguration/Alarms").size()),
            new Most("AWS::CloudWatch::Alarm", "characters of name", 255, alarm -> size(alarm.path("AlarmName"))),
            new Most(
                    "AWS::CloudWatch::Alarm",
                    "characters of meaning",
                    1_024,
                    alarm -> size(alarm.path("AlarmDescription"))));

    private static final List<Together> TOGETHER = List.of(
            new Together("AWS::ApiGatewayV2::Route", "routes of an API", 300, route -> 1, route -> route.path("ApiId")),
            new Together("AWS::Events::Rule", "rules of a bus", 300, rule -> 1, rule -> rule.path("EventBusName")),
            new Together(
                    "AWS::Lambda::EventSourceMapping",
                    "readers of a stream",
                    2,
                    mapping -> mapping.has("StartingPosition") ? 1 : 0,
                    mapping -> mapping.path("EventSourceArn")),
            // With what Lambda writes around each statement.
            new Together(
                    "AWS::Lambda::Permission",
                    "bytes of a function's policy",
                    20_480,
                    permission -> size(permission) + 200,
                    permission -> permission.path("FunctionName")));

    private Limits() {}

    static List<String> exceeded(Assembly assembly) {
        var findings = new ArrayList<String>();
        for (var limit : EACH) {
            for (var resource : assembly.all(limit.type)) {
                hold(
                        resource.toString(),
                        limit.of,
                        limit.measure.applyAsInt(resource.properties()),
                        limit.most,
                        findings);
            }
        }
        for (var limit : TOGETHER) {
            var sums = new TreeMap<String, Integer>();
            for (var resource : assembly.all(limit.type)) {
                var node = limit.about.apply(resource.properties());
                var about = node.has("Fn::ImportValue") ? node.toString() : resource.stack() + node;
                int sum = sums.merge(about, limit.measure.applyAsInt(resource.properties()), Integer::sum);
                hold(resource.toString(), limit.of, sum, limit.most, findings);
            }
        }
        assembly.templates()
                .forEach((stack, template) ->
                        hold(stack, "outputs", template.path("Outputs").size(), 200, findings));
        var references = new References(assembly);
        assembly.all("AWS::Lambda::EventSourceMapping").forEach(mapping -> impatient(references, mapping, findings));
        return findings;
    }

    /** Lambda may hold a batch while it is throttled and tries again; a message must not come back meanwhile. */
    private static void impatient(References references, Resource mapping, List<String> findings) {
        if (!mapping.properties().has("StartingPosition")) {
            var queue = references.one(mapping.stack(), mapping.properties().path("EventSourceArn"));
            var alias = references.one(mapping.stack(), mapping.properties().path("FunctionName"));
            var function = references.one(alias.stack(), alias.properties().path("FunctionName"));
            int hidden = queue.properties().path("VisibilityTimeout").asInt();
            if (hidden < TIMEOUTS_HIDDEN * function.properties().path("Timeout").asInt()) {
                findings.add("%s: its queue hides messages for %d s only".formatted(mapping, hidden));
            }
        }
    }

    private static void hold(String what, String of, int size, int most, List<String> findings) {
        if (size > most) {
            findings.add("%s: has %,d %s, and AWS takes %,d".formatted(what, size, of, most));
        }
    }

    private static int size(JsonNode node) {
        return written(node).length();
    }

    private static String written(JsonNode node) {
        if (node.has("Ref") || node.has("Fn::GetAtt") || node.has("Fn::ImportValue") || node.has("Fn::Select")) {
            return LONG;
        }
        if (node.has("Fn::Join")) {
            var text = new StringBuilder();
            node.at("/Fn::Join/1").forEach(part -> text.append(written(part)));
            return text.toString();
        }
        if (node.isTextual()) {
            return node.asText();
        }
        var text = new StringBuilder();
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            text.append("\"\":,").append(member.getKey()).append(written(member.getValue())));
        } else {
            node.forEach(element -> text.append("\"\",").append(written(element)));
        }
        return node.isValueNode() ? node.asText() : text.append("{}").toString();
    }
}
