package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What all stacks of a stage have in common: the region, the name's beginning, the tag that costs are told apart by. */
abstract class StageStack extends Stack {
    StageStack(Construct app, Deployment deployment, String system, String description) {
        super(
                app,
                deployment.named(system),
                StackProps.builder()
                        .description(description)
                        // No account: the same assembly goes to any, and runs where there is none.
                        .env(Environment.builder().region(deployment.region()).build())
                        .terminationProtection(deployment.stage().keepsData())
                        .tags(Map.of("lifeverse:stage", deployment.stage().name()))
                        .build());
    }

    /** Prints a value at the end of a deployment. */
    final void output(String name, String description, String value) {
        CfnOutput.Builder.create(this, name)
                .description(description)
                .value(value)
                .build();
    }
}
