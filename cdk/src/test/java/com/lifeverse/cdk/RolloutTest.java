package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly.Resource;
import com.lifeverse.cdk.check.Order;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.HttpContract;
import com.lifeverse.cdk.contract.Identification;
import com.lifeverse.session.conduct.lambda.ConductFunction;
import com.lifeverse.session.lambda.RenewFunction;
import com.lifeverse.session.lambda.SignInFunction;
import com.lifeverse.trigger.lambda.TriggerEngineFunction;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How callers come to a new version: rehearsed, by and by, and back when an alarm goes off. */
@Tag("template")
class RolloutTest {
    private static final String REHEARSAL = "operations.lambda.RehearsalFunction";

    private final Assembly dev = Assembly.dev();
    private final Assembly prod = Assembly.of(StageSettings.prod());

    @Test
    void everyFunctionButTheRehearsalItselfIsRolledOutByCodeDeploy() {
        for (var assembly : List.of(dev, prod)) {
            assertThat(assembly.all("AWS::Lambda::Alias"))
                    .hasSizeGreaterThan(40)
                    .allSatisfy(alias -> {
                        if (!alias.id().startsWith("Rehearsal")) {
                            var update = alias.declaration().at("/UpdatePolicy/CodeDeployLambdaAliasUpdate");
                            assertThat(update.path("ApplicationName").isMissingNode())
                                    .as(alias.toString())
                                    .isFalse();
                            assertThat(hooks(assembly))
                                    .contains(update.path("BeforeAllowTrafficHook")
                                            .asText());
                            assertThat(group(assembly, alias, update).path("ServiceRoleArn"))
                                    .isNotEmpty();
                        }
                    });
        }
    }

    @Test
    void whatGoesWrongWithAFunctionTakesItsVersionBack() {
        for (var group : prod.all("AWS::CodeDeploy::DeploymentGroup")) {
            var properties = group.properties();
            assertThat(properties.at("/AlarmConfiguration/Enabled").asBoolean()).isTrue();
            assertThat(properties.at("/AlarmConfiguration/Alarms"))
                    .as(group.toString())
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(properties.at("/AutoRollbackConfiguration/Events"))
                    .anyMatch(event -> event.asText().equals("DEPLOYMENT_STOP_ON_ALARM"));
        }
    }

    @Test
    void playersComeByAndByAndDevelopersAtOnce() {
        assertThat(prod.all("AWS::CodeDeploy::DeploymentGroup"))
                .allSatisfy(group -> assertThat(
                                group.properties().path("DeploymentConfigName").asText())
                        .isEqualTo("CodeDeployDefault.LambdaCanary10Percent10Minutes"));
        assertThat(dev.all("AWS::CodeDeploy::DeploymentGroup"))
                .allSatisfy(group -> assertThat(
                                group.properties().path("DeploymentConfigName").asText())
                        .isEqualTo("CodeDeployDefault.LambdaAllAtOnce"));
    }

    @Test
    void aTenthOfAWorkflowsRunsTryItsNewVersion() {
        assertThat(prod.all("AWS::StepFunctions::StateMachineAlias"))
                .isNotEmpty()
                .allSatisfy(alias -> {
                    var preference = alias.properties().path("DeploymentPreference");
                    assertThat(preference.path("Type").asText()).isEqualTo("CANARY");
                    assertThat(preference.path("Percentage").asInt()).isEqualTo(10);
                    assertThat(preference.path("Interval").asInt()).isEqualTo(10);
                    assertThat(preference.path("Alarms")).isNotEmpty();
                    assertThat(preference.path("StateMachineVersionArn").isMissingNode())
                            .isFalse();
                });
        assertThat(dev.all("AWS::StepFunctions::StateMachineAlias"))
                .allSatisfy(alias -> assertThat(alias.properties()
                                .at("/DeploymentPreference/Type")
                                .asText())
                        .isEqualTo("ALL_AT_ONCE"));
    }

    @Test
    void theRoleMayShiftTheAliasesBeforeTheyAreDeployed() {
        var order = Order.of(prod);
        assertThat(prod.all("AWS::CodeDeploy::DeploymentGroup"))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(order.before(group.toString()))
                        .anyMatch(each -> each.matches(".*/Rollouts\\w*Role\\w*"))
                        .anyMatch(each -> each.contains("Observability")));
    }

    @Test
    void whatPlayersWaitForStartsFromSnapshotsAndNothingElseDoes() {
        assertThat(snapshot(prod, RenewFunction.class)).isEqualTo("PublishedVersions");
        assertThat(snapshot(prod, TriggerEngineFunction.class)).isEmpty();
        assertThat(snapshot(prod, ConductFunction.class)).as("staff").isEmpty();
        assertThat(snapshot(dev, RenewFunction.class)).isEmpty();
        assertThat(snapshot(prod, SignInFunction.class))
                .as("its instances stand ready ahead of live events, and Lambda has one or the other")
                .isEmpty();
        assertThat(prod.all("AWS::Lambda::Function").stream()
                        .filter(function -> function.properties().has("SnapStart")))
                .hasSizeLessThanOrEqualTo(2
                        * Math.toIntExact(
                                HttpContract.read(Assembly.repository().httpContract()).operations().stream()
                                        .filter(operation -> operation.caller() != Identification.STAFF)
                                        .count()));
    }

    @Test
    void nobodyCallsAFunctionPastItsAlias() {
        for (var type : List.of(
                "AWS::ApiGatewayV2::Integration",
                "AWS::Lambda::EventSourceMapping",
                "AWS::Lambda::Permission",
                "AWS::Events::Rule",
                "AWS::Scheduler::Schedule")) {
            for (var caller : prod.all(type)) {
                prod.all("AWS::Lambda::Function").stream()
                        .filter(function -> function.stack().equals(caller.stack()))
                        .forEach(function -> assertThat(caller.properties().toString())
                                .as(caller.toString())
                                .doesNotContain("\"" + function.id() + "\""));
            }
        }
    }

    private static String snapshot(Assembly assembly, Class<?> handler) {
        return assembly.all("AWS::Lambda::Function").stream()
                .filter(function ->
                        function.properties().path("Handler").asText().equals(handler.getName()))
                .map(function -> function.properties().at("/SnapStart/ApplyOn").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> hooks(Assembly assembly) {
        return assembly.all("AWS::Lambda::Function").stream()
                .filter(function ->
                        function.properties().path("Handler").asText().endsWith(REHEARSAL))
                .map(function -> function.properties().path("FunctionName").asText())
                .toList();
    }

    private static JsonNode group(Assembly assembly, Resource alias, JsonNode update) {
        var id = update.at("/DeploymentGroupName/Ref").asText();
        return assembly.all("AWS::CodeDeploy::DeploymentGroup").stream()
                .filter(group ->
                        group.stack().equals(alias.stack()) && group.id().equals(id))
                .findFirst()
                .orElseThrow()
                .properties();
    }
}
