package com.lifeverse.local.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.Declarations;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class PolicyTest {
    private static final String TABLE = "arn:aws:dynamodb:us-east-1:111111111111:table/live";

    @Test
    void whatNoStatementMentionsIsSilence() {
        assertThat(verdict("""
                {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "%s"}""", "dynamodb:PutItem")).isEqualTo(Verdict.SILENT);
    }

    @Test
    void actionsMatchByWildcardWithoutRegardToCase() {
        assertThat(verdict("""
                {"Effect": "Allow", "Action": ["s3:*", "DynamoDB:get*"], "Resource": "*"}""", "dynamodb:GetItem")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void resourcesMatchByWildcardWithRegardToCase() {
        var statement = """
                {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:dynamodb:*:111111111111:table/%s"}""";

        assertThat(verdict(statement.formatted("l?ve"), "dynamodb:GetItem")).isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(statement.formatted("Live"), "dynamodb:GetItem")).isEqualTo(Verdict.SILENT);
        assertThat(verdict(statement.formatted("live/*"), "dynamodb:GetItem")).isEqualTo(Verdict.SILENT);
    }

    @Test
    void aDenialWinsOverAnyAllowance() {
        assertThat(verdict("""
                {"Effect": "Deny", "Action": "dynamodb:Delete*", "Resource": "*"},
                {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"}""", "dynamodb:DeleteItem")).isEqualTo(Verdict.DENIED);
    }

    @Test
    void notActionIsAllButThose() {
        var statement = """
                {"Effect": "Allow", "NotAction": "dynamodb:*", "Resource": "*"}""";

        assertThat(verdict(statement, "dynamodb:GetItem")).isEqualTo(Verdict.SILENT);
        assertThat(verdict(statement, "sqs:SendMessage")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void notResourceIsAllButThose() {
        assertThat(verdict("""
                {"Effect": "Deny", "Action": "*", "NotResource": "%s"}""", "dynamodb:GetItem")).isEqualTo(Verdict.SILENT);
        assertThat(verdict("""
                {"Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::*"}""", "dynamodb:GetItem")).isEqualTo(Verdict.DENIED);
    }

    @Test
    void allConditionsMustHoldAndAnyOfTheirValues() {
        var statement = """
                {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {
                  "ArnLike": {"AWS:SourceArn": ["arn:aws:s3:::x", "arn:aws:events:*:rule/dev-*"]},
                  "StringEquals": {"aws:SourceAccount": "%s"}}}""";

        assertThat(verdict(statement.formatted("111111111111"), "sqs:SendMessage"))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(statement.formatted("222222222222"), "sqs:SendMessage"))
                .isEqualTo(Verdict.SILENT);
    }

    @Test
    void aNegatedConditionHoldsWhenTheRequestHasNoSuchKey() {
        assertThat(verdict("""
                {"Effect": "Deny", "Action": "*", "Resource": "*",
                 "Condition": {"StringNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:role/a"}}}""", "s3:GetObject")).isEqualTo(Verdict.DENIED);
    }

    @Test
    void aStatementOfAResourceIsAboutThePrincipalsItNames() {
        var statement = """
                {"Effect": "Allow", "Principal": {"Service": "%s.amazonaws.com"}, "Action": "*", "Resource": "*"}""";

        assertThat(verdict(statement.formatted("events"), "sqs:SendMessage")).isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(statement.formatted("sns"), "sqs:SendMessage")).isEqualTo(Verdict.SILENT);
    }

    @Test
    void whatIsNotEvaluatedIsRefusedByName() {
        assertThatThrownBy(() -> policy("""
                {"Effect": "Allow", "Action": "*", "Resource": "*",
                 "Condition": {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": "x"}}}"""))
                .isInstanceOf(UnsupportedPolicy.class)
                .hasMessageContaining("ForAllValues:StringEquals");
        assertThatThrownBy(() -> policy("""
                {"Effect": "Allow", "Action": "*", "Resource": "*",
                 "Condition": {"StringEquals": {"dynamodb:LeadingKeys": "x"}}}""")).hasMessageContaining("dynamodb:LeadingKeys");
        assertThatThrownBy(() -> policy("""
                {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::${aws:username}/*"}""")).hasMessageContaining("${aws:username}");
        assertThatThrownBy(() -> policy("""
                {"Effect": "Allow", "NotPrincipal": "*", "Action": "*", "Resource": "*"}""")).hasMessageContaining("NotPrincipal");
    }

    private static Verdict verdict(String statements, String action) {
        var context = Map.of(
                "aws:sourcearn", "arn:aws:events:us-east-1:111111111111:rule/dev-bus/first",
                "aws:sourceaccount", "111111111111");
        return policy(statements.replace("%s", TABLE))
                .on(new Request(new Request.Service("events.amazonaws.com"), action, TABLE, context));
    }

    private static Policy policy(String statements) {
        return Policy.parse(Declarations.json("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}"));
    }
}
