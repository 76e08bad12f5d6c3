package com.lifeverse.cdk.construct;

import com.lifeverse.cdk.contract.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineAlias;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineVersion;
import software.constructs.Construct;

/**
 * A state machine of {@code statemachines/<name>/}, run through its alias {@code live}. Each change of the definition
 * makes a version, and versions are kept: a run ends on the version that it started on.
 */
public final class Workflow extends Construct {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    /** Step Functions asks for all of these on every resource before it accepts a log. */
    private static final Grant TO_DELIVER_LOGS = Grant.of(
                    "logs:CreateLogDelivery",
                    "logs:DeleteLogDelivery",
                    "logs:DescribeLogGroups",
                    "logs:DescribeResourcePolicies",
                    "logs:GetLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy",
                    "logs:UpdateLogDelivery")
            .on("*");

    private final CfnStateMachine machine;
    private final CfnStateMachineAlias live;

    private Workflow(Construct scope, Deployment deployment, Plan plan) {
        super(scope, plan.name);
        var name = deployment.named(plan.name);
        var log = LogGroup.Builder.create(this, "Log")
                // This prefix keeps the log out of the account's one resource policy for log delivery, which has a size
                // limit.
                .logGroupName("/aws/vendedlogs/states/" + name)
                .retention(deployment.stage().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        var grants = new ArrayList<>(plan.grants);
        grants.add(TO_DELIVER_LOGS);
        grants.addAll(plan.toHaveChildren(Stack.of(this), name));
        this.machine = CfnStateMachine.Builder.create(this, "Machine")
                .stateMachineName(name)
                .stateMachineType(plan.type)
                .definitionString(plan.definition(deployment))
                .definitionSubstitutions(plan.substitutions)
                .roleArn(ServiceRole.of(this, "Role", "states", grants).getRoleArn())
                .loggingConfiguration(CfnStateMachine.LoggingConfigurationProperty.builder()
                        .level("ERROR")
                        // Inputs carry what happened to players; the log says only which state failed and why.
                        .includeExecutionData(false)
                        .destinations(List.of(CfnStateMachine.LogDestinationProperty.builder()
                                .cloudWatchLogsLogGroup(CfnStateMachine.CloudWatchLogsLogGroupProperty.builder()
                                        .logGroupArn(log.getLogGroupArn())
                                        .build())
                                .build()))
                        .build())
                .build();
        var version = CfnStateMachineVersion.Builder.create(this, "Version")
                .stateMachineArn(machine.getAttrArn())
                .stateMachineRevisionId(machine.getAttrStateMachineRevisionId())
                .build();
        version.applyRemovalPolicy(RemovalPolicy.RETAIN);
        this.live = CfnStateMachineAlias.Builder.create(this, "Live")
                .name("live")
                .deploymentPreference(CfnStateMachineAlias.DeploymentPreferenceProperty.builder()
                        .stateMachineVersionArn(version.getAttrArn())
                        .type("ALL_AT_ONCE")
                        .build())
                .build();
    }

    /** Begins a workflow for short answers: at least once, five minutes at most. */
    public static Plan express(String name) {
        return new Plan(name, "EXPRESS");
    }

    /** Begins a workflow that may last a year and whose runs are kept and can be redriven. */
    public static Plan standard(String name) {
        return new Plan(name, "STANDARD");
    }

    /** The ARN to start: that of the alias. */
    public String liveArn() {
        return live.getRef();
    }

    /** What comes before a workflow's name in the ARN of its machine, for those that name a workflow only when they run. */
    public static String before(Stack stack, Deployment deployment) {
        return "arn:%s:states:%s:%s:stateMachine:%s"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), deployment.named(""));
    }

    /** The ARNs of all runs. */
    public String runArns() {
        var stack = Stack.of(this);
        return "arn:%s:states:%s:%s:execution:%s:*"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), machine.getStateMachineName());
    }

    /**
     * Leave to start a run. Step Functions asks for leave on the state machine even where its alias is called; the alias is
     * named too, for readers of the policy and for whatever checks the ARN that was called.
     */
    public Grant toStart() {
        return Grant.of("states:StartExecution").on(machine.getAttrArn(), liveArn());
    }

    /** Leave to look at its runs, and to end them; of Standard workflows only. */
    public Grant toFollow() {
        return Grant.of("states:DescribeExecution", "states:StopExecution").on(runArns());
    }

    /** Leave to have runs that failed go on; of Standard workflows only. */
    public Grant toResume() {
        return Grant.of("states:RedriveExecution").on(runArns());
    }

    /** What a workflow will be; ends with {@link #in}. */
    public static final class Plan {
        private final String name;
        private final String type;
        private final SortedMap<String, String> substitutions = new TreeMap<>();
        private final List<Grant> grants = new ArrayList<>();
        private boolean withChildren;

        private Plan(String name, String type) {
            this.name = name;
            this.type = type;
        }

        /** Fills the place <code>${Place}</code> of the definition. */
        public Plan filling(String place, String value) {
            substitutions.put(place, value);
            return this;
        }

        /** Adds to what the workflow's role may do. */
        public Plan may(Grant grant) {
            grants.add(grant);
            return this;
        }

        /** Lets it run the children of distributed Maps, which are executions of its own machine. */
        public Plan withChildren() {
            withChildren = true;
            return this;
        }

        private List<Grant> toHaveChildren(Stack stack, String machine) {
            if (!withChildren) {
                return List.of();
            }
            // By name: the machine cannot be there before its role.
            var before = "arn:%s:states:%s:%s:".formatted(stack.getPartition(), stack.getRegion(), stack.getAccount());
            return List.of(
                    Grant.of("states:StartExecution").on(before + "stateMachine:" + machine),
                    Grant.of("states:DescribeExecution", "states:StopExecution", "states:RedriveExecution")
                            .on(before + "execution:" + machine + "/*"));
        }

        public Workflow in(Construct scope, Deployment deployment) {
            return new Workflow(scope, deployment, this);
        }

        private String definition(Deployment deployment) {
            var definition = Documents.text(deployment.sources().stateMachine(name));
            var places = new TreeSet<String>();
            PLACE.matcher(definition)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(places::add);
            if (!places.equals(substitutions.keySet())) {
                throw new IllegalStateException("workflow %s has the places %s but is given %s"
                        .formatted(name, places, substitutions.keySet()));
            }
            return definition;
        }
    }
}
