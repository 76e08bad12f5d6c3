package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.trigger.webhook.lambda.WebhookFunction;
import com.lifeverse.trigger.webhook.lambda.WebhookSigningFunction;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * Calls to other systems: a secret for each destination, one function that reads them and one that sends. The second has leave for
 * nothing: it reaches addresses that others have a say in.
 */
final class Webhooks extends Construct {
    private final Workflow delivery;

    Webhooks(Construct scope, String id, Deployment deployment, DeadLetters deadLetters) {
        super(scope, id);
        var secrets = new TreeMap<String, String>();
        deployment.sources().webhooks().forEach(name -> secrets.put(name, secret(name)));
        var signing = signing(deployment, secrets);
        var sending = LifeVerseFunction.running(WebhookFunction.class, "Sends signed messages to other systems.")
                .in(this, deployment);
        this.delivery = Workflow.standard("webhook-delivery")
                .filling("WebhookSigningFunction", signing.liveArn())
                .filling("WebhookFunction", sending.liveArn())
                .filling("DeadLetters", deadLetters.url())
                .may(signing.toInvoke())
                .may(sending.toInvoke())
                .may(deadLetters.toSend())
                .in(this, deployment);
    }

    Workflow delivery() {
        return delivery;
    }

    private LifeVerseFunction signing(Deployment deployment, SortedMap<String, String> secrets) {
        var plan = LifeVerseFunction.running(WebhookSigningFunction.class, "Signs messages to other systems.")
                .with("STAGE", deployment.stage().name())
                .with("WEBHOOK_SECRETS", Stack.of(this).toJsonString(secrets))
                .within(Duration.seconds(10));
        if (!secrets.isEmpty()) {
            plan.may(Grant.of("secretsmanager:GetSecretValue")
                    .on(secrets.values().toArray(String[]::new)));
        }
        return plan.in(this, deployment);
    }

    /** Letters and digits are a key in base64 as they stand, of 48 bytes; receivers have them behind {@code whsec_}. */
    private String secret(String name) {
        var secret = CfnSecret.Builder.create(this, "Secret-" + name)
                .description("Signing secret of the webhook " + name)
                .generateSecretString(CfnSecret.GenerateSecretStringProperty.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .build();
        secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
        return secret.getRef();
    }
}
