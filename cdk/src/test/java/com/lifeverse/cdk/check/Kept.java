package com.lifeverse.cdk.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.Assembly.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where nobody waits for a function's answer, what it cannot do must wait for a person: behind its queue, its stream or its rule. */
final class Kept {
    /** They wait for the answer, and see the failure themselves. */
    private static final Set<String> WAITING =
            Set.copyOf(List.of("apigateway.amazonaws.com", "states.amazonaws.com", "codedeploy.amazonaws.com"));

    private Kept() {}

    static List<String> lost(Assembly assembly) {
        var references = new References(assembly);
        var findings = new ArrayList<String>();
        for (var mapping : assembly.all("AWS::Lambda::EventSourceMapping")) {
            if (!keeps(references, mapping)) {
                findings.add(mapping + ": what its function cannot do has no dead letters");
            }
        }
        for (var rule : assembly.all("AWS::Events::Rule")) {
            rule.properties().path("Targets").forEach(target -> told(rule, target, findings));
        }
        for (var schedule : assembly.all("AWS::Scheduler::Schedule")) {
            told(schedule, schedule.properties().path("Target"), findings);
        }
        for (var permission : assembly.all("AWS::Lambda::Permission")) {
            var caller = permission.properties().path("Principal").asText();
            if (!WAITING.contains(caller)) {
                findings.add(
                        "%s: %s does not wait for the answer; say where failures go".formatted(permission, caller));
            }
        }
        return findings;
    }

    private static boolean keeps(References references, Resource mapping) {
        var properties = mapping.properties();
        if (properties.has("StartingPosition")) {
            return properties.at("/DestinationConfig/OnFailure").has("Destination");
        }
        var queue = references.one(mapping.stack(), properties.path("EventSourceArn"));
        return queue.properties().at("/RedrivePolicy").has("deadLetterTargetArn");
    }

    private static void told(Resource caller, JsonNode target, List<String> findings) {
        if (!target.path("DeadLetterConfig").has("Arn")) {
            findings.add(caller + ": what it cannot deliver has no dead letters");
        }
    }
}
