package com.lifeverse.local.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Cloud;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type that is accepted and does nothing here. The list is closed and each line has its reason, so that what is left
 * out is left out knowingly.
 *
 * @param nameProperty the property that names such a resource; without it the name is made from where it is declared
 * @param arnOf the service and the kind of resource, as in {@code logs log-group:}; what Arn answers is built from it
 * @param refIsArn whether {@code Ref} answers the ARN rather than the name
 * @param reason why nothing is lost by its doing nothing
 */
public record NoLocalMeaning(String name, String nameProperty, String arnOf, boolean refIsArn, String reason)
        implements ResourceType {
    private static final String EDGE = "headers and caches of the edge change no answer that the stack gives";
    private static final String ROLLOUT = "the local stack always runs the newest version";
    private static final String COMPUTED = "no metric is kept locally that it could look at";

    private static final String TOLD = "no alarm goes off locally, so nobody is to be told";

    /** The whole list. */
    public static List<NoLocalMeaning> all() {
        return List.of(
                named(
                        "AWS::Logs::LogGroup",
                        "LogGroupName",
                        "logs log-group:",
                        "what functions print is shown at once"),
                named(
                        "AWS::Logs::LogStream",
                        "LogStreamName",
                        "logs log-stream:",
                        "what functions print is shown at once"),
                named("AWS::Logs::ResourcePolicy", "PolicyName", "logs resource-policy:", "no log is written to"),
                named("AWS::CloudFront::OriginAccessControl", "", "cloudfront origin-access-control/", EDGE),
                named("AWS::CloudFront::ResponseHeadersPolicy", "", "cloudfront response-headers-policy/", EDGE),
                named("AWS::CloudFront::CachePolicy", "", "cloudfront cache-policy/", EDGE),
                named("AWS::CloudFront::OriginRequestPolicy", "", "cloudfront origin-request-policy/", EDGE),
                named("AWS::CloudWatch::Alarm", "AlarmName", "cloudwatch alarm:", COMPUTED),
                named("AWS::CloudWatch::CompositeAlarm", "AlarmName", "cloudwatch alarm:", COMPUTED),
                named("AWS::CloudWatch::Dashboard", "DashboardName", "cloudwatch dashboard/", COMPUTED),
                named("AWS::CodeDeploy::Application", "ApplicationName", "codedeploy application:", ROLLOUT),
                named(
                        "AWS::CodeDeploy::DeploymentGroup",
                        "DeploymentGroupName",
                        "codedeploy deploymentgroup:",
                        ROLLOUT),
                named("AWS::CodeDeploy::DeploymentConfig", "DeploymentConfigName", "codedeploy config:", ROLLOUT),
                arn("AWS::SNS::Topic", "TopicName", "sns ", TOLD),
                named("AWS::SNS::TopicPolicy", "", "sns topic-policy/", TOLD),
                named("AWS::KMS::Key", "", "kms key/", TOLD),
                named("AWS::Budgets::Budget", "", "budgets budget/", "nothing here costs money"),
                arn("AWS::ApplicationSignals::ServiceLevelObjective", "Name", "application-signals slo/", COMPUTED),
                named("AWS::Backup::BackupPlan", "", "backup backup-plan:", "the data directory is a file to copy"),
                named("AWS::Backup::BackupSelection", "", "backup selection:", "the data directory is a file to copy"),
                named("AWS::Backup::BackupVault", "BackupVaultName", "backup backup-vault:", "as the plan"));
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var given =
                Optional.ofNullable(declaration.properties().get(nameProperty)).map(JsonNode::asText);
        var resource = given.orElseGet(declaration::generatedName);
        var parts = arnOf.split(" ", 2);
        var arn = Cloud.arn(parts[0], parts[1] + resource);
        return new Provisioned(refIsArn ? arn : resource, Map.of("Arn", arn, "Id", resource, "Name", resource));
    }

    private static NoLocalMeaning named(String type, String nameProperty, String arnOf, String reason) {
        return new NoLocalMeaning(type, nameProperty, arnOf, false, reason);
    }

    private static NoLocalMeaning arn(String type, String nameProperty, String arnOf, String reason) {
        return new NoLocalMeaning(type, nameProperty, arnOf, true, reason);
    }
}
