package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.session.lambda.SigningKeyFunction;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * The private side of our tokens. The secret is made empty and never written by the template, so that no update can
 * replace the keys that players' tokens are signed with; the deployment has the function make the first key, the rotation
 * workflow the later ones.
 */
final class SigningKeys extends Construct {
    /** 04:00 UTC on the first of each month. */
    private static final String MONTHLY = "cron(0 4 1 * ? *)";

    private final CfnSecret secret;

    SigningKeys(Construct scope, String id, Deployment deployment, Issuer issuer) {
        super(scope, id);
        this.secret = CfnSecret.Builder.create(this, "Secret")
                .description("Signing keys and refresh secret; written by the signing-key function only.")
                .build();
        secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
        var function = LifeVerseFunction.running(SigningKeyFunction.class, "Makes, activates and retires signing keys.")
                .with("SIGNING_SECRET", secret.getRef())
                .with("ISSUER_BUCKET", issuer.documents().getBucketName())
                .with("ISSUER", issuer.url())
                .may(Grant.of("secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue")
                        .on(secret.getRef()))
                .may(Grant.of("s3:PutObject").on(issuer.documents().arnForObjects(".well-known/*")))
                .within(Duration.minutes(1))
                .in(this, deployment);
        var firstKey = firstKey(issuer, function);
        var rotation = Workflow.standard("signing-key-rotation")
                .filling("SigningKeyFunction", function.liveArn())
                .may(function.toInvoke())
                .in(this, deployment);
        // A cron and not a rate: a rate fires as soon as it is made or changed, so each deployment of the schedule
        // would
        // rotate the keys; and a start date in a template is in the past one day, when it would be refused.
        new Timetable(this, "Monthly", MONTHLY, rotation, new DeadLetters(this, "DeadLetters")).startAfter(firstKey);
    }

    String secretArn() {
        return secret.getRef();
    }

    /** Run by the deployment: a key if there is none yet, and the two documents, once they can be read. */
    private CustomResource firstKey(Issuer issuer, LifeVerseFunction function) {
        var firstKey = CustomResource.Builder.create(this, "FirstKey")
                .resourceType("Custom::SigningKeys")
                .serviceToken(function.liveArn())
                // Without it a function that never answers would hold the deployment for an hour.
                .serviceTimeout(Duration.minutes(5))
                // A changed issuer is a changed property, and has the documents published anew.
                .properties(Map.of("Issuer", issuer.url()))
                .build();
        firstKey.getNode().addDependency(issuer);
        return firstKey;
    }
}
