package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.cdk.check.Check;
import com.lifeverse.cdk.construct.StageSettings;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that people make, each planted in a copy of the templates: exactly the check that is for it finds it, by name. */
@Tag("template")
class SeededMistakesTest {
    /**
     * One way to be wrong.
     *
     * @param culprit the resource that the finding must begin with
     */
    record Mistake(String name, Check caughtBy, String culprit, Consumer<Assembly> planting) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Assembly dev = Assembly.dev();

    @ParameterizedTest
    @EnumSource
    void theUnspoiltTemplatesPass(Check check) {
        assertThat(check.findings(dev)).isEmpty();
        assertThat(check.findings(Assembly.of(StageSettings.prod()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFoundByTheCheckForIt(Mistake mistake) {
        var spoilt = dev.copy();
        mistake.planting.accept(spoilt);

        for (var check : Check.values()) {
            if (check == mistake.caughtBy) {
                assertThat(check.findings(spoilt))
                        .as(check.name())
                        .isNotEmpty()
                        .allSatisfy(finding -> assertThat(finding).startsWith(mistake.culprit));
            } else {
                assertThat(check.findings(spoilt)).as(check.name()).isEmpty();
            }
        }
    }

    @Test
    void everyCheckHasAMistakeThatOnlyItFinds() {
        assertThat(mistakes().map(Mistake::caughtBy)).contains(Check.values());
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "a grant on a table is missing",
                        Check.WHAT_SOMETHING_IS_TOLD_OF_IT_MAY_USE,
                        "dev-session/RenewFunction",
                        assembly -> statements(assembly, "RenewRole").remove(1)),
                new Mistake(
                        "a queue's function may not delete messages",
                        Check.WHAT_SOMETHING_IS_TOLD_OF_IT_MAY_USE,
                        "dev-session/HistoryQueueMapping",
                        assembly -> actions(statements(assembly, "HistoryRecorderRole"), "sqs:DeleteMessage")
                                .remove(1)),
                new Mistake(
                        "a workflow may not call its function",
                        Check.WHAT_SOMETHING_IS_TOLD_OF_IT_MAY_USE,
                        "dev-workflow/triggereffectsMachine",
                        assembly -> statements(assembly, "triggereffectsRole").remove(0)),
                new Mistake(
                        "a state leads nowhere",
                        Check.EVERY_TRANSITION_LEADS_TO_A_STATE,
                        "dev-workflow/triggereffectsMachine",
                        SeededMistakesTest::dangle),
                new Mistake(
                        "an update policy refers to another stack's function, which the CDK lets pass",
                        Check.EVERY_REFERENCE_IS_TO_SOMETHING_THAT_THERE_IS,
                        "dev-session/RenewLive",
                        assembly -> ((ObjectNode) assembly.named("AWS::Lambda::Alias", "RenewLive")
                                        .declaration()
                                        .at("/UpdatePolicy/CodeDeployLambdaAliasUpdate"))
                                .putObject("BeforeAllowTrafficHook")
                                .put("Ref", "RehearsalFunctionBB6124C1")),
                new Mistake(
                        "the authorizer is made beside its issuer, whose documents it does not wait for",
                        Check.THE_ISSUER_COMES_BEFORE_ITS_AUTHORIZER,
                        "dev-identity/Authorizersplayer",
                        SeededMistakesTest::hurry),
                new Mistake(
                        "an objective is made beside the discovery that it does not wait for",
                        Check.DISCOVERY_COMES_BEFORE_OBJECTIVES,
                        "dev-session/Objective",
                        assembly -> {
                            var resources = resources(assembly, "dev-session");
                            resources.putObject("Discovery").put("Type", "AWS::ApplicationSignals::Discovery");
                            resources
                                    .putObject("Objective")
                                    .put("Type", "AWS::ApplicationSignals::ServiceLevelObjective");
                        }),
                new Mistake(
                        "an alarm has no name",
                        Check.EVERY_ALARM_HAS_A_NAME_A_MEANING_AND_A_HEARER,
                        "dev-session/ObservabilityRenewerrors",
                        assembly -> properties(assembly, "AWS::CloudWatch::Alarm", "ObservabilityRenewerrors")
                                .remove("AlarmName")),
                new Mistake(
                        "nobody hears an alarm",
                        Check.EVERY_ALARM_HAS_A_NAME_A_MEANING_AND_A_HEARER,
                        "dev-session/ObservabilityRenewslow",
                        assembly -> properties(assembly, "AWS::CloudWatch::Alarm", "ObservabilityRenewslow")
                                .putArray("AlarmActions")),
                new Mistake(
                        "a queue is not encrypted",
                        Check.EVERY_QUEUE_IS_ENCRYPTED,
                        "dev-session/InboxQueue",
                        assembly -> properties(assembly, "AWS::SQS::Queue", "InboxQueue")
                                .put("SqsManagedSseEnabled", false)),
                new Mistake(
                        "a role may do anything with a table",
                        Check.EVERY_ACTION_IS_NAMED,
                        "dev-session/RenewRole",
                        assembly ->
                                ((ObjectNode) statements(assembly, "RenewRole").get(1)).put("Action", "dynamodb:*")),
                new Mistake(
                        "a queue's function has no dead letters",
                        Check.WHAT_A_FUNCTION_CANNOT_DO_IS_KEPT,
                        "dev-session/InboxQueueMapping",
                        assembly -> properties(assembly, "AWS::SQS::Queue", "InboxQueue")
                                .remove("RedrivePolicy")),
                new Mistake(
                        "a stream's function has no dead letters",
                        Check.WHAT_A_FUNCTION_CANNOT_DO_IS_KEPT,
                        "dev-session/LiveOutboxMapping",
                        assembly -> properties(assembly, "AWS::Lambda::EventSourceMapping", "LiveOutboxMapping")
                                .remove("DestinationConfig")),
                new Mistake(
                        "a function is called by what does not wait",
                        Check.WHAT_A_FUNCTION_CANNOT_DO_IS_KEPT,
                        "dev-api/RoutessignInPermission",
                        assembly -> properties(assembly, "AWS::Lambda::Permission", "RoutessignInPermission")
                                .put("Principal", "sns.amazonaws.com")),
                new Mistake(
                        "a queue listens to more rules than its policy has room for",
                        Check.NOTHING_IS_MORE_THAN_AWS_TAKES,
                        "dev-session/InboxQueue",
                        SeededMistakesTest::crowd),
                new Mistake(
                        "a queue hides its messages for less than six time-outs of its function",
                        Check.NOTHING_IS_MORE_THAN_AWS_TAKES,
                        "dev-session/InboxQueueMapping",
                        assembly -> properties(assembly, "AWS::SQS::Queue", "InboxQueue")
                                .put("VisibilityTimeout", 60)),
                new Mistake(
                        "a function has more settings than its environment holds",
                        Check.NOTHING_IS_MORE_THAN_AWS_TAKES,
                        "dev-session/SignInFunction",
                        assembly -> ((ObjectNode) properties(assembly, "AWS::Lambda::Function", "SignInFunction")
                                        .at("/Environment/Variables"))
                                .put("IDENTITY_PROVIDERS", "x".repeat(4_096))));
    }

    private static void crowd(Assembly assembly) {
        var statements = (ArrayNode) properties(assembly, "AWS::SQS::QueuePolicy", "InboxQueuePolicy")
                .at("/PolicyDocument/Statement");
        while (statements.size() <= 20) {
            statements.add(statements.get(0).deepCopy());
        }
    }

    private static void dangle(Assembly assembly) {
        var machine = properties(assembly, "AWS::StepFunctions::StateMachine", "triggereffectsMachine");
        var definition = machine.path("DefinitionString").asText();
        machine.put("DefinitionString", definition.replaceFirst("\"Next\": \"Grant\"", "\"Next\": \"Grnat\""));
    }

    private static void hurry(Assembly assembly) {
        var authorizer = assembly.named("AWS::ApiGatewayV2::Authorizer", "Authorizersplayer");
        ObjectNode beside = authorizer.declaration().deepCopy();
        ((ObjectNode) beside.path("Properties")).put("ApiId", "made-elsewhere");
        ((ObjectNode) beside.at("/Properties/JwtConfiguration")).put("Issuer", "https://the-same");
        resources(assembly, "dev-identity").set(authorizer.id(), beside);
    }

    private static ObjectNode resources(Assembly assembly, String stack) {
        return (ObjectNode)
                Objects.requireNonNull(assembly.templates().get(stack), stack).path("Resources");
    }

    private static ObjectNode properties(Assembly assembly, String type, String id) {
        return (ObjectNode) assembly.named(type, id).properties();
    }

    private static ArrayNode statements(Assembly assembly, String role) {
        return (ArrayNode) properties(assembly, "AWS::IAM::Role", role).at("/Policies/0/PolicyDocument/Statement");
    }

    /** The list of actions that has this one, which is moved to its second place. */
    private static ArrayNode actions(ArrayNode statements, String action) {
        for (JsonNode statement : statements) {
            if (statement
                    .path("Action")
                    .valueStream()
                    .anyMatch(each -> each.asText().equals(action))) {
                var others = statement
                        .path("Action")
                        .valueStream()
                        .filter(each -> !each.asText().equals(action))
                        .toList();
                var list = ((ObjectNode) statement).putArray("Action");
                list.add(others.getFirst()).add(TextNode.valueOf(action));
                return list.addAll(List.copyOf(others.subList(1, others.size())));
            }
        }
        throw new AssertionError("nothing grants " + action);
    }
}
