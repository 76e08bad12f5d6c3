package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CfnUserPoolGroup;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.constructs.Construct;

/** The people who run the game: invited, never self-registered, each with the roles of their groups. */
final class Staff extends Construct {
    /** From the least to the most that a role may do. */
    private static final List<String> ROLES = List.of("viewer", "author", "approver", "operator");

    private final UserPool pool;
    private final UserPoolClient client;

    Staff(Construct scope, String id, Deployment deployment) {
        super(scope, id);
        this.pool = UserPool.Builder.create(this, "Pool")
                .selfSignUpEnabled(false)
                .signInAliases(SignInAliases.builder().email(true).build())
                .mfa(deployment.stage().keepsData() ? Mfa.REQUIRED : Mfa.OPTIONAL)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .passwordPolicy(PasswordPolicy.builder().minLength(14).build())
                .accountRecovery(AccountRecovery.EMAIL_ONLY)
                .deletionProtection(deployment.stage().keepsData())
                .removalPolicy(deployment.stage().removal())
                .build();
        this.client = UserPoolClient.Builder.create(this, "Client")
                .userPool(pool)
                .disableOAuth(true)
                .authFlows(AuthFlow.builder().userSrp(true).build())
                .accessTokenValidity(Duration.hours(1))
                .idTokenValidity(Duration.hours(1))
                .refreshTokenValidity(Duration.hours(12))
                .preventUserExistenceErrors(true)
                .build();
        ROLES.forEach(role -> CfnUserPoolGroup.Builder.create(this, role)
                .userPoolId(pool.getUserPoolId())
                .groupName(role)
                .build());
    }

    String issuer() {
        return pool.getUserPoolProviderUrl();
    }

    String audience() {
        return client.getUserPoolClientId();
    }

    String poolId() {
        return pool.getUserPoolId();
    }
}
