package com.lifeverse.cdk.construct;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.platform.lambda.Calls;
import com.lifeverse.platform.runtime.Spending;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function of ours on Lambda, called only through its alias {@code live}: callers keep their target while versions
 * change behind it. Its role may write its own log and what it was granted here, nothing else.
 */
public final class LifeVerseFunction extends Construct {
    /** The least with which a Java function starts in bearable time: CPU comes in proportion to memory. */
    private static final int MEMORY_MB = 512;

    private final Function function;
    private final Alias live;
    private final Duration timeout;
    private final boolean readied;

    private LifeVerseFunction(Construct scope, Deployment deployment, Plan plan) {
        super(scope, plan.handler.getSimpleName().replaceFirst("Function$", ""));
        this.timeout = plan.timeout;
        var stage = deployment.stage();
        this.readied = stage.readied().contains(plan.handler);
        var log = LogGroup.Builder.create(this, "Log")
                .retention(stage.logRetention())
                .removalPolicy(stage.removal())
                .build();
        plan.with("POWERTOOLS_SERVICE_NAME", Calls.serviceOf(plan.handler)).with("POWERTOOLS_LOG_LEVEL", "INFO");
        var policies = deployment.sources().policies(stage.name());
        if (!policies.isBlank()) {
            plan.with(Policies.SETTING, policies);
        }
        if (!stage.keepsData()) {
            plan.with(Spending.SETTING, "true");
        }
        var grants = new ArrayList<>(plan.grants);
        grants.add(Grant.of("logs:CreateLogStream", "logs:PutLogEvents").on(log.getLogGroupArn()));
        this.function = Function.Builder.create(this, "Function")
                .functionName(plan.name)
                .description(plan.description)
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .memorySize(MEMORY_MB)
                .timeout(plan.timeout)
                .handler(plan.handler.getName())
                .code(Code.fromAsset(deployment.sources().lambda().toString()))
                .environment(plan.settings)
                .role(ServiceRole.of(this, "Role", "lambda", grants))
                .logGroup(log)
                .reservedConcurrentExecutions(stage.reservedConcurrency().get(plan.handler))
                .build();
        this.live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
    }

    /** Begins a function; its handler is named by class literal, so that a rename cannot break a deployment. */
    public static Plan running(Class<? extends RequestStreamHandler> handler, String description) {
        return new Plan(handler, description);
    }

    /** The ARN to call: that of the alias. */
    public String liveArn() {
        return live.getFunctionArn();
    }

    /**
     * Has each version start from a snapshot of itself, taken when it is published: for functions that players wait for. Lambda
     * drops the snapshot of a version that nobody calls for 14 days, and the next call fails. A function of which instances stand ready ahead of
     * live events has none: Lambda refuses either where the other is.
     */
    public void startFromSnapshots() {
        if (readied) {
            return;
        }
        var declared = Objects.requireNonNull((CfnFunction) function.getNode().getDefaultChild());
        declared.setSnapStart(CfnFunction.SnapStartProperty.builder()
                .applyOn("PublishedVersions")
                .build());
    }

    /** How long a call may take. */
    public Duration timeout() {
        return timeout;
    }

    /** True if the stage has instances of it stand ready ahead of live events. */
    public boolean isReadied() {
        return readied;
    }

    /** What it is called where its alias is told apart. */
    public String functionName() {
        return function.getFunctionName();
    }

    /** Leave to have instances stand ready behind its alias, and to take them back. */
    public Grant toReady() {
        return Grant.of(
                        "lambda:PutProvisionedConcurrencyConfig",
                        "lambda:GetProvisionedConcurrencyConfig",
                        "lambda:DeleteProvisionedConcurrencyConfig")
                .on(liveArn());
    }

    /** Leave to call this function. */
    public Grant toInvoke() {
        return Grant.of("lambda:InvokeFunction").on(liveArn());
    }

    /** Leave to call this function past its alias, for CodeDeploy, which knows hooks by their name alone. */
    public Grant toInvokeDirectly() {
        return Grant.of("lambda:InvokeFunction").on(function.getFunctionArn());
    }

    /** What a function will be; ends with {@link #in}. */
    public static final class Plan {
        private final Class<? extends RequestStreamHandler> handler;
        private final String description;
        private final SortedMap<String, String> settings = new TreeMap<>();
        private final List<Grant> grants = new ArrayList<>();
        private Duration timeout = Duration.seconds(10);
        private @Nullable String name;

        private Plan(Class<? extends RequestStreamHandler> handler, String description) {
            this.handler = handler;
            this.description = description;
        }

        /** States one of the settings that the function's wiring reads. */
        public Plan with(String setting, String value) {
            settings.put(setting, value);
            return this;
        }

        /** Gives it a name of its own, for what calls it by name and cannot refer to it; CloudFormation names all others. */
        public Plan named(String ownName) {
            name = ownName;
            return this;
        }

        /** Adds to what the function's role may do. */
        public Plan may(Grant grant) {
            grants.add(grant);
            return this;
        }

        /** How long a call may take; 10 s unless stated. */
        public Plan within(Duration limit) {
            timeout = limit;
            return this;
        }

        public LifeVerseFunction in(Construct scope, Deployment deployment) {
            return new LifeVerseFunction(scope, deployment, this);
        }
    }
}
