package com.lifeverse.local.simulate.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.assembly.template.Stack;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import java.util.List;
import java.util.Set;

/** The stack that workflows are played on: machines, and a table, a queue and a deployed function for their tasks. */
final class Grounds {
    static final String TABLE = "flows";
    static final String QUEUE = Cloud.arn("sqs", "flows");
    static final String MACHINE = "flows-";
    static final String ERRAND = "errand";
    static final String VAIN = "vain";

    private static final String HANDLER = "com.lifeverse.trigger.lambda.GrantFunction";

    private Grounds() {}

    static Assembly of(Assembly deployed, List<Plan> plans) {
        var template = Json.object();
        var resources = template.putObject("Resources");
        add(resources, "Role", "AWS::IAM::Role", """
                {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                   "Principal": {"Service": ["states.amazonaws.com", "lambda.amazonaws.com"]}, "Action": "sts:AssumeRole"}]},
                 "Policies": [{"PolicyName": "all", "PolicyDocument": {"Version": "2012-10-17",
                   "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}]}""");
        add(resources, "Table", "AWS::DynamoDB::GlobalTable", """
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST", "Replicas": [{"Region": "us-east-1"}],
                 "AttributeDefinitions": [{"AttributeName": "playerId", "AttributeType": "S"},
                                          {"AttributeName": "sk", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "playerId", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]}""".formatted(TABLE));
        add(resources, "Lost", "AWS::SQS::Queue", "{\"QueueName\": \"flows-lost\"}");
        add(resources, "Queue", "AWS::SQS::Queue", """
                {"QueueName": "flows", "RedrivePolicy":
                  {"deadLetterTargetArn": {"Fn::GetAtt": ["Lost", "Arn"]}, "maxReceiveCount": 1000}}""");
        var source = granting(deployed);
        add(resources, "Function", "AWS::Lambda::Function", function(source));
        add(resources, "ErrandMachine", "AWS::StepFunctions::StateMachine", machine(ERRAND, Shapes.ERRAND));
        add(resources, "VainMachine", "AWS::StepFunctions::StateMachine", machine(VAIN, Shapes.VAIN));
        for (int i = 0; i < plans.size(); i++) {
            add(resources, "Machine" + i, "AWS::StepFunctions::StateMachine", machine("" + i, plans.get(i)));
        }
        return new Assembly(List.of(new Stack("flows", source.assembly(), template, Set.of())));
    }

    private static Stack granting(Assembly deployed) {
        return deployed.stacks().stream()
                .filter(stack -> stack.resources().values().stream().anyMatch(Grounds::grants))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing that is deployed has " + HANDLER));
    }

    private static boolean grants(Stack.Resource resource) {
        return resource.properties().path("Handler").asText().equals(HANDLER);
    }

    /** The deployed function as it is, over this table. */
    private static String function(Stack source) {
        var declared = source.resources().values().stream()
                .filter(Grounds::grants)
                .findFirst()
                .orElseThrow();
        var properties = Json.object();
        for (var kept : List.of("Code", "Handler", "Runtime", "MemorySize", "Timeout")) {
            properties.set(kept, declared.properties().get(kept));
        }
        properties.put("FunctionName", "flows-grant");
        properties.set("Role", got("Role"));
        properties.putObject("Environment").putObject("Variables").set("TRIGGERS_TABLE", ref("Table"));
        return Json.text(properties);
    }

    private static String machine(String name, Plan plan) {
        var properties = Json.object()
                .put("StateMachineName", MACHINE + name)
                .put("StateMachineType", "STANDARD")
                .put("DefinitionString", Writing.of(plan));
        properties.set("RoleArn", got("Role"));
        var places = properties.putObject("DefinitionSubstitutions");
        places.set("Table", ref("Table"));
        places.set("Queue", ref("Queue"));
        places.set("Function", ref("Function"));
        places.set("FunctionArn", got("Function"));
        places.put("Errand", Cloud.arn("states", "stateMachine:" + MACHINE + ERRAND));
        places.put("Vain", Cloud.arn("states", "stateMachine:" + MACHINE + VAIN));
        return Json.text(properties);
    }

    private static JsonNode ref(String logicalId) {
        return Json.object().put("Ref", logicalId);
    }

    private static JsonNode got(String logicalId) {
        var node = Json.object();
        node.putArray("Fn::GetAtt").add(logicalId).add("Arn");
        return node;
    }

    private static void add(ObjectNode resources, String logicalId, String type, String properties) {
        resources.putObject(logicalId).put("Type", type).set("Properties", Json.read(properties));
    }
}
