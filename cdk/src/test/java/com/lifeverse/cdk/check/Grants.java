package com.lifeverse.cdk.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.Assembly.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function is told of a table in its settings, a workflow of a function in its places: whoever is told of something is to
 * use it, and may not unless its role says so. Which actions it needs shows where it runs, on the local stack.
 */
final class Grants {
    private static final Set<String> GUARDED = Set.copyOf(List.of(
            "AWS::DynamoDB::GlobalTable",
            "AWS::Events::EventBus",
            "AWS::Lambda::Alias",
            "AWS::S3::Bucket",
            "AWS::SecretsManager::Secret",
            "AWS::SQS::Queue",
            "AWS::StepFunctions::StateMachineAlias"));
    /** Told of the table of sessions, since their adapter keeps two tables; they only ever touch that of players. */
    private static final List<String> TOUCH_NO_SESSION = List.of("CensusReportFunction", "PrecedenceFunction");

    private static final List<String> TO_TAKE_MESSAGES =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    private static final List<String> TO_READ_STREAMS =
            List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");

    private final References references;

    private Grants(Assembly assembly) {
        references = new References(assembly);
    }

    static List<String> missing(Assembly assembly) {
        var grants = new Grants(assembly);
        var findings = new ArrayList<String>();
        for (var function : assembly.all("AWS::Lambda::Function")) {
            findings.addAll(grants.untouchable(function, "Role", "Environment"));
        }
        for (var machine : assembly.all("AWS::StepFunctions::StateMachine")) {
            findings.addAll(grants.untouchable(machine, "RoleArn", "DefinitionSubstitutions"));
        }
        for (var schedule : assembly.all("AWS::Scheduler::Schedule")) {
            findings.addAll(grants.untouchable(schedule, "Target", "Target"));
        }
        for (var mapping : assembly.all("AWS::Lambda::EventSourceMapping")) {
            findings.addAll(grants.unread(mapping));
        }
        return findings;
    }

    private List<String> untouchable(Resource resource, String role, String told) {
        var granted = new TreeSet<String>();
        for (var each : rolesOf(resource, resource.properties().path(role))) {
            granted.addAll(references.of(each.stack(), each.properties().path("Policies")));
        }
        return references.of(resource.stack(), resource.properties().path(told)).stream()
                .filter(name -> GUARDED.contains(References.type(references.named(name))))
                .filter(name -> !granted.contains(name) && !excused(resource, name))
                .map(name -> "%s: is told of %s, and its role grants nothing on it".formatted(resource, name))
                .toList();
    }

    private static boolean excused(Resource resource, String name) {
        return name.contains("/LiveTable") && TOUCH_NO_SESSION.stream().anyMatch(resource.id()::startsWith);
    }

    private List<Resource> rolesOf(Resource resource, JsonNode role) {
        return references.of(resource.stack(), role).stream()
                .map(references::named)
                .filter(each -> References.type(each).equals("AWS::IAM::Role"))
                .toList();
    }

    private List<String> unread(Resource mapping) {
        var source = references.one(mapping.stack(), mapping.properties().path("EventSourceArn"));
        var needed = References.type(source).equals("AWS::SQS::Queue") ? TO_TAKE_MESSAGES : TO_READ_STREAMS;
        var alias = references.one(mapping.stack(), mapping.properties().path("FunctionName"));
        var function = references.one(alias.stack(), alias.properties().path("FunctionName"));
        var allowed = new TreeSet<String>();
        for (var role : rolesOf(function, function.properties().path("Role"))) {
            for (var statement : role.properties().at("/Policies/0/PolicyDocument/Statement")) {
                if (references.of(role.stack(), statement).contains(source.toString())) {
                    allowed.addAll(Actions.of(statement));
                }
            }
        }
        return needed.stream()
                .filter(action -> !allowed.contains(action))
                .map(action -> "%s: its function may not %s on %s".formatted(mapping, action, source))
                .toList();
    }
}
