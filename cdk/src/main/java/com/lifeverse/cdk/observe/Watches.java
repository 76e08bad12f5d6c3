package com.lifeverse.cdk.observe;

import java.util.List;
import java.util.Set;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;
import software.amazon.awscdk.services.dynamodb.CfnGlobalTable;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;

/** What to watch of which kind of resource: the whole list, and beside it the kinds that have nothing of their own. */
final class Watches {
    /** Seen through what uses them, or told by nobody: names and parts of other resources, keys, permissions, files. */
    private static final Set<String> SEEN_ELSEWHERE = Set.copyOf(List.of(
            "AWS::ApiGatewayV2::Authorizer",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Stage",
            "AWS::CloudFormation::CustomResource",
            "AWS::CloudFront::CachePolicy",
            "AWS::CloudFront::OriginAccessControl",
            "AWS::CloudFront::ResponseHeadersPolicy",
            "AWS::CodeDeploy::Application",
            "AWS::CodeDeploy::DeploymentGroup",
            "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolClient",
            "AWS::Cognito::UserPoolGroup",
            "AWS::Events::EventBus",
            "AWS::IAM::Role",
            "AWS::KMS::Key",
            "AWS::Lambda::Alias",
            "AWS::Lambda::Permission",
            "AWS::Lambda::Version",
            "AWS::Logs::LogStream",
            "AWS::Logs::ResourcePolicy",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::QueuePolicy",
            // What it cannot start goes to its dead letters, which are watched; its metrics are those of its whole
            // group.
            "AWS::Scheduler::Schedule",
            "AWS::SecretsManager::Secret",
            "AWS::StepFunctions::StateMachineAlias",
            "AWS::StepFunctions::StateMachineVersion",
            "Custom::SigningKeys"));

    private Watches() {}

    /**
     * How a resource is watched.
     *
     * @param name what operators call it
     * @throws IllegalStateException if nobody has said how its kind is watched
     */
    static Watch of(CfnResource resource, String name) {
        return switch (resource) {
            case CfnFunction function -> FunctionWatch.of(function, name);
            case CfnEventSourceMapping mapping -> StreamWatch.of(mapping, name);
            case CfnQueue queue -> QueueWatch.of(queue, name);
            case CfnGlobalTable table -> TableWatch.of(table, name);
            case CfnStateMachine machine -> WorkflowWatch.of(machine, name);
            case CfnApi api -> ApiWatch.of(api, name);
            case CfnRule rule -> RuleWatch.of(rule, name);
            case CfnDeliveryStream stream -> DeliveryWatch.of(stream, name);
            case CfnLogGroup group -> LogWatch.of(group, name);
            case CfnDistribution distribution -> EdgeWatch.of(distribution, name);
            case CfnResource other when SEEN_ELSEWHERE.contains(other.getCfnResourceType()) -> Watch.NONE;
            case CfnResource other ->
                throw new IllegalStateException(
                        "%s is an %s, and nobody has said how that is watched: add it to Watches"
                                .formatted(name, other.getCfnResourceType()));
        };
    }
}
