package com.lifeverse.cdk.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Roles name what they may do, action by action. */
final class Actions {
    private static final Pattern NAMED = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+");

    private Actions() {}

    static List<String> wild(Assembly assembly) {
        var findings = new ArrayList<String>();
        for (var role : assembly.all("AWS::IAM::Role")) {
            for (var policy : role.properties().path("Policies")) {
                for (var statement : policy.at("/PolicyDocument/Statement")) {
                    of(statement).stream()
                            .filter(action -> !NAMED.matcher(action).matches())
                            .forEach(action -> findings.add("%s: may do %s".formatted(role, action)));
                }
            }
        }
        return findings;
    }

    static List<String> of(JsonNode statement) {
        var action = statement.path("Action");
        return action.isTextual()
                ? List.of(action.asText())
                : action.valueStream().map(JsonNode::asText).toList();
    }
}
