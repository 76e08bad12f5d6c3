package com.lifeverse.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.UnsupportedProperty;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
class IamTest {
    private static final String TABLE = "arn:aws:dynamodb:us-east-1:111111111111:table/live";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:111111111111:work";
    private static final String RULE = "arn:aws:events:us-east-1:111111111111:rule/bus/wins";
    private static final String TRUST = """
            {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                            "Principal": {"Service": "lambda.amazonaws.com"}}]}""";

    private final ResourcePolicies resourcePolicies = new ResourcePolicies();
    private final Iam iam = new Iam(resourcePolicies);

    @Test
    void aRoleMayWhatItsOwnPolicyAllows() {
        var role = role("""
                "Policies": [{"PolicyName": "own", "PolicyDocument": %s}]""".formatted(allow("dynamodb:GetItem", TABLE)));

        assertThatCode(() -> iam.role(arn(role)).require("dynamodb:GetItem", TABLE))
                .doesNotThrowAnyException();
    }

    @Test
    void aRefusalIsWordedAsAwsWordsIt() {
        var role = role("\"RoleName\": \"renew\"");

        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> iam.role(arn(role)).require("dynamodb:UpdateItem", TABLE))
                .satisfies(refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(400);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                    assertThat(refusal.awsErrorDetails().errorMessage())
                            .isEqualTo("User: arn:aws:sts::111111111111:assumed-role/renew/local is not authorized to"
                                    + " perform: dynamodb:UpdateItem on resource: " + TABLE
                                    + " because no identity-based policy allows the dynamodb:UpdateItem action");
                });
    }

    @Test
    void aPolicyMadeAfterTheCallerCounts() {
        var role = role("\"RoleName\": \"renew\"");
        var caller = iam.role(arn(role));

        new InlinePolicyType(iam).provision(Declarations.of("AWS::IAM::Policy", "Default", """
                {"PolicyName": "default", "Roles": ["%s"], "PolicyDocument": %s}""".formatted(
                        role.ref(), allow("dynamodb:*", TABLE))));

        assertThatCode(() -> caller.require("dynamodb:UpdateItem", TABLE)).doesNotThrowAnyException();
    }

    @Test
    void aManagedPolicyOfTheTemplateCountsForRolesOnBothSides() {
        var policy = new ManagedPolicyType(iam)
                .provision(Declarations.of(
                        "AWS::IAM::ManagedPolicy", "Read", """
                {"PolicyDocument": %s}""".formatted(allow("dynamodb:GetItem", "*"))));

        var role = role("\"ManagedPolicyArns\": [\"" + policy.ref() + "\"]");

        assertThatCode(() -> iam.role(arn(role)).require("dynamodb:GetItem", TABLE))
                .doesNotThrowAnyException();
    }

    @Test
    void awsOwnPolicyForLogsIsKnown() {
        var role = role("""
                "ManagedPolicyArns": ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]""");

        assertThatCode(() -> iam.role(arn(role)).require("logs:PutLogEvents", "*"))
                .doesNotThrowAnyException();
    }

    @Test
    void anyOtherPolicyOfAwsIsRefusedByName() {
        assertThatThrownBy(() -> role("\"ManagedPolicyArns\": [\"arn:aws:iam::aws:policy/AdministratorAccess\"]"))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("AdministratorAccess");
    }

    @Test
    void anUnknownConditionIsAnErrorOfTheDeclaration() {
        assertThatThrownBy(() -> role("""
                "Policies": [{"PolicyName": "own", "PolicyDocument": {"Statement": {
                  "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "::1"}}}}}]"""))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("IpAddress")
                .hasMessageContaining("Role of stack dev");
    }

    @Test
    void aServiceIsLetInByTheResourceAlone() {
        resourcePolicies.permit(
                Declarations.of("Test", "Permission", "{}"),
                QUEUE,
                "events.amazonaws.com",
                "sqs:SendMessage",
                Optional.of(RULE));

        assertThatCode(() -> iam.service("events.amazonaws.com", RULE).require("sqs:SendMessage", QUEUE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> iam.service("events.amazonaws.com", RULE + "2").require("sqs:SendMessage", QUEUE))
                .hasMessageContaining("no resource-based policy allows the sqs:SendMessage action");
        assertThatThrownBy(() -> iam.service("sns.amazonaws.com", RULE).require("sqs:SendMessage", QUEUE))
                .hasMessageContaining("User: sns.amazonaws.com is not authorized");
    }

    @Test
    void aResourceMayDenyWhatTheRoleAllows() {
        var role = role("""
                "Policies": [{"PolicyName": "own", "PolicyDocument": %s}]""".formatted(allow("*", "*")));
        resourcePolicies.attach(Declarations.of("Test", "Policy", "{}"), "arn:aws:s3:::keys", Declarations.json("""
                {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
                                "Resource": "arn:aws:s3:::keys/*"}]}"""));

        assertThatThrownBy(() -> iam.role(arn(role)).require("s3:PutObject", "arn:aws:s3:::keys/jwks.json"))
                .hasMessageContaining("with an explicit deny in a resource-based policy");
    }

    @Test
    void onlyATrustedServiceTakesOnARole() {
        var role = role("\"RoleName\": \"renew\"");

        assertThat(iam.trusts(arn(role), "lambda.amazonaws.com")).isTrue();
        assertThat(iam.trusts(arn(role), "states.amazonaws.com")).isFalse();
    }

    @Test
    void aRoleThatNobodyMadeIsTrustedWithNothing() {
        var nobody = "arn:aws:iam::111111111111:role/nobody";
        assertThat(iam.trusts(nobody, "lambda.amazonaws.com")).isFalse();
        assertThatThrownBy(() -> iam.role(nobody).require("sqs:SendMessage", "arn:aws:sqs:us-east-1:111111111111:q"))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("is not authorized to perform: sqs:SendMessage");
    }

    @Test
    void aRoleNameThatIsTooLongIsShortenedAndStaysItsOwn() {
        var longId = "F".repeat(80);
        var first = new RoleType(iam).provision(Declarations.of("AWS::IAM::Role", longId + "1", trustOnly()));
        var second = new RoleType(iam).provision(Declarations.of("AWS::IAM::Role", longId + "2", trustOnly()));

        assertThat(first.ref()).hasSize(64).isNotEqualTo(second.ref());
    }

    private Provisioned role(String properties) {
        return new RoleType(iam)
                .provision(Declarations.of(
                        "AWS::IAM::Role", "Role", "{\"AssumeRolePolicyDocument\": " + TRUST + ", " + properties + "}"));
    }

    private static String trustOnly() {
        return "{\"AssumeRolePolicyDocument\": " + TRUST + "}";
    }

    private static String arn(Provisioned role) {
        return Optional.ofNullable(role.attributes().get("Arn")).orElseThrow();
    }

    private static String allow(String action, String resource) {
        return """
                {"Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}""".formatted(action, resource);
    }
}
