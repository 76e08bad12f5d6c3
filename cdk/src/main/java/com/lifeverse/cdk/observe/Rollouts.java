package com.lifeverse.cdk.observe;

import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.CfnCodeDeployLambdaAliasUpdate;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnUpdatePolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.codedeploy.CfnApplication;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineAlias;
import software.constructs.Construct;

/**
 * How new versions come to their callers, for every alias of one stack: after a rehearsal, to a tenth of the callers first where
 * the stage says so, and back again when an alarm about the function or the workflow goes off meanwhile.
 */
public final class Rollouts extends Construct {
    /**
     * The function that CodeDeploy asks whether a new version is fit.
     *
     * @param toCall leave to call it
     */
    public record Hook(String name, Grant toCall) {}

    private static final int FIRST_PERCENT = 10;

    private Rollouts(Stack stack, Deployment deployment, Observability watched, Hook hook) {
        super(stack, "Rollouts");
        var functions = new ArrayList<CfnFunction>();
        var aliases = new TreeMap<String, CfnAlias>();
        for (var node : stack.getNode().findAll()) {
            switch (node) {
                case CfnFunction function -> functions.add(function);
                case CfnAlias alias -> aliases.put(home(alias), alias);
                case CfnStateMachineAlias alias
                when deployment.stage().rollout().gradual() -> shift(alias, deployment, watched);
                default -> {
                    // Nothing that callers come to.
                }
            }
        }
        if (!functions.isEmpty()) {
            deploy(deployment, watched, hook, functions, aliases);
        }
    }

    /**
     * Adds them to a stack that is otherwise complete.
     *
     * @param hook calls each new version before anybody else does
     */
    public static void of(Stack stack, Deployment deployment, Observability watched, Hook hook) {
        new Rollouts(stack, deployment, watched, hook);
    }

    private void deploy(
            Deployment deployment,
            Observability watched,
            Hook hook,
            List<CfnFunction> functions,
            Map<String, CfnAlias> aliases) {
        var application = CfnApplication.Builder.create(this, "Application")
                .applicationName(Stack.of(this).getStackName())
                .computePlatform("Lambda")
                .build();
        for (var function : functions) {
            var name = Names.of(function);
            var alarms = watched.alarmsOf(function);
            var group = CfnDeploymentGroup.Builder.create(this, name)
                    .applicationName(application.getRef())
                    .serviceRoleArn(role(name, function, hook).getRoleArn())
                    .deploymentConfigName(deployment.stage().rollout().configuration())
                    .deploymentStyle(CfnDeploymentGroup.DeploymentStyleProperty.builder()
                            .deploymentType("BLUE_GREEN")
                            .deploymentOption("WITH_TRAFFIC_CONTROL")
                            .build())
                    .alarmConfiguration(CfnDeploymentGroup.AlarmConfigurationProperty.builder()
                            .enabled(true)
                            .alarms(alarms.stream()
                                    .map(alarm -> CfnDeploymentGroup.AlarmProperty.builder()
                                            .name(alarm)
                                            .build())
                                    .toList())
                            .build())
                    .autoRollbackConfiguration(CfnDeploymentGroup.AutoRollbackConfigurationProperty.builder()
                            .enabled(true)
                            .events(List.of(
                                    "DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"))
                            .build())
                    .build();
            var alias = Objects.requireNonNull(aliases.get(home(function)), name + " has no alias");
            alias.getCfnOptions()
                    .setUpdatePolicy(CfnUpdatePolicy.builder()
                            .codeDeployLambdaAliasUpdate(CfnCodeDeployLambdaAliasUpdate.builder()
                                    .applicationName(application.getRef())
                                    .deploymentGroupName(group.getRef())
                                    .beforeAllowTrafficHook(hook.name())
                                    .build())
                            .build());
        }
    }

    /**
     * One for each function: the alias waits for it, and what one function may start can be what calls another. The alias is named by
     * hand, for a reference to it would have each wait for the other.
     */
    private Role role(String name, CfnFunction function, Hook hook) {
        var grants = new TreeMap<String, PolicyDocument>();
        grants.put("alarms", Grant.of("cloudwatch:DescribeAlarms").on("*").document());
        grants.put(
                "aliases",
                Grant.of("lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig")
                        .on(function.getAttrArn(), function.getAttrArn() + ":live")
                        .document());
        grants.put("rehearsal", hook.toCall().document());
        return Role.Builder.create(this, name + "Role")
                .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
                .inlinePolicies(grants)
                .build();
    }

    private static void shift(CfnStateMachineAlias alias, Deployment deployment, Observability watched) {
        var machine = Objects.requireNonNull(alias.getNode().getScope()).getNode().findAll().stream()
                .filter(CfnStateMachine.class::isInstance)
                .map(CfnStateMachine.class::cast)
                .findFirst()
                .orElseThrow();
        alias.addPropertyOverride("DeploymentPreference.Type", "CANARY");
        alias.addPropertyOverride("DeploymentPreference.Percentage", FIRST_PERCENT);
        alias.addPropertyOverride(
                "DeploymentPreference.Interval", deployment.stage().rollout().minutes());
        alias.addPropertyOverride("DeploymentPreference.Alarms", watched.alarmsOf(machine));
    }

    /** A function and its alias lie side by side, each within the CDK's own construct of it. */
    private static String home(CfnResource resource) {
        var path = resource.getNode().getPath();
        return path.substring(0, path.lastIndexOf('/', path.lastIndexOf('/') - 1));
    }
}
