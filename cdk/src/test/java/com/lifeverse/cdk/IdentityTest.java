package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing keys: never lost, there before they are asked for, not changed by a deployment. */
@Tag("template")
class IdentityTest {
    private final Assembly dev = Assembly.dev();

    @Test
    void noUpdateCanReplaceTheSigningKeys() {
        var secret = dev.only("dev-identity", "AWS::SecretsManager::Secret");

        assertThat(secret.declaration().path("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(secret.declaration().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        assertThat(secret.properties().has("SecretString")).isFalse();
        assertThat(secret.properties().has("GenerateSecretString")).isFalse();
    }

    @Test
    void theFirstKeyIsPublishedWhereItCanBeRead() {
        var policy = dev.all("AWS::S3::BucketPolicy").stream()
                .filter(candidate -> candidate.stack().equals("dev-identity"))
                .findFirst()
                .orElseThrow();

        assertThat(dev.only("dev-identity", "Custom::SigningKeys").declaration().path("DependsOn"))
                .anyMatch(id -> id.asText().equals(policy.id()))
                .anyMatch(id -> id.asText()
                        .equals(dev.only("dev-identity", "AWS::CloudFront::Distribution")
                                .id()));
    }

    @Test
    void aDeploymentDoesNotRotateTheKeys() {
        var schedule = dev.only("dev-identity", "AWS::Scheduler::Schedule");

        // A rate would fire as soon as the schedule is made or changed.
        assertThat(schedule.properties().path("ScheduleExpression").asText()).isEqualTo("cron(0 4 1 * ? *)");
        assertThat(schedule.declaration().path("DependsOn"))
                .anyMatch(id -> id.asText()
                        .equals(dev.only("dev-identity", "Custom::SigningKeys").id()));
    }

    @Test
    void whoeverStartsAWorkflowMayStartTheStateMachineBehindItsAlias() {
        var grant = dev.all("AWS::IAM::Role").stream()
                .filter(role -> role.id().contains("Monthly"))
                .findFirst()
                .orElseThrow()
                .properties()
                .at("/Policies/0/PolicyDocument/Statement/0");

        assertThat(grant.path("Action").asText()).isEqualTo("states:StartExecution");
        assertThat(grant.at("/Resource/0/Fn::GetAtt/1").asText()).isEqualTo("Arn");
        assertThat(grant.at("/Resource/1/Ref").asText()).contains("Live");
    }

    @Test
    void tokensAreIssuedUnderTheNameThatTheGatewayChecks() {
        var authorizer = dev.all("AWS::ApiGatewayV2::Authorizer").stream()
                .filter(candidate ->
                        candidate.properties().path("Name").asText().equals("player"))
                .findFirst()
                .orElseThrow()
                .properties();
        var signIn = dev.all("AWS::Lambda::Function").stream()
                .filter(function ->
                        function.properties().path("Handler").asText().endsWith(".SignInFunction"))
                .findFirst()
                .orElseThrow()
                .properties();

        assertThat(authorizer.at("/JwtConfiguration/Issuer")).isEqualTo(signIn.at("/Environment/Variables/ISSUER"));
        assertThat(authorizer.at("/JwtConfiguration/Audience/0"))
                .isEqualTo(signIn.at("/Environment/Variables/AUDIENCE"));
    }
}
