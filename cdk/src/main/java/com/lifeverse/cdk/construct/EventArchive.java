package com.lifeverse.cdk.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogStream;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * What happened, as files: {@code events/dt=YYYY-MM-DD/hr=HH/part-*.json.gz}, one envelope a line, by the UTC hour in which the
 * oldest of a file's events arrived. They are there five minutes after the event, and gone after {@link #DAYS} days.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html">Custom prefixes for Amazon S3 objects</a>
 */
public final class EventArchive extends Construct {
    /** How long it remembers; the receipt of an erasure says so too. */
    public static final int DAYS = 90;

    private static final int SECONDS = 300;
    private static final int MEGABYTES = 64;

    private final Bucket bucket;

    /**
     * Makes the archive.
     *
     * @param pattern which events it keeps
     */
    public EventArchive(Construct scope, Deployment deployment, Bus bus, Map<String, Object> pattern) {
        super(scope, "Archive");
        this.bucket = PrivateBucket.forgetting(this, "Events", Duration.days(DAYS));
        var log = LogGroup.Builder.create(this, "Log")
                .retention(deployment.stage().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        var failures = LogStream.Builder.create(this, "Failures")
                .logGroup(log)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Role role = ServiceRole.of(
                this,
                "Role",
                "firehose",
                List.of(
                        Grant.of("s3:AbortMultipartUpload", "s3:PutObject").on(bucket.arnForObjects("*")),
                        Grant.of("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads")
                                .on(bucket.getBucketArn()),
                        Grant.of("logs:PutLogEvents").on(log.getLogGroupArn())));
        var stream = CfnDeliveryStream.Builder.create(this, "Stream")
                .deliveryStreamName(deployment.named("events"))
                .deliveryStreamType("DirectPut")
                .deliveryStreamEncryptionConfigurationInput(
                        CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty.builder()
                                .keyType("AWS_OWNED_CMK")
                                .build())
                .extendedS3DestinationConfiguration(
                        CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty.builder()
                                .bucketArn(bucket.getBucketArn())
                                .roleArn(role.getRoleArn())
                                .prefix("events/dt=!{timestamp:yyyy-MM-dd}/hr=!{timestamp:HH}/part-")
                                .errorOutputPrefix(
                                        "failed/dt=!{timestamp:yyyy-MM-dd}/!{firehose:error-output-type}/part-")
                                .fileExtension(".json.gz")
                                .compressionFormat("GZIP")
                                .bufferingHints(CfnDeliveryStream.BufferingHintsProperty.builder()
                                        .intervalInSeconds(SECONDS)
                                        .sizeInMBs(MEGABYTES)
                                        .build())
                                .processingConfiguration(lines())
                                .cloudWatchLoggingOptions(CfnDeliveryStream.CloudWatchLoggingOptionsProperty.builder()
                                        .enabled(true)
                                        .logGroupName(log.getLogGroupName())
                                        .logStreamName(failures.getLogStreamName())
                                        .build())
                                .build())
                .build();
        Subscription.toStream(
                this, "Events-of-all", bus.name(), pattern, stream.getAttrArn(), new DeadLetters(this, "DeadLetters"));
    }

    /** Where the files are. */
    public Bucket bucket() {
        return bucket;
    }

    // Without it all events of a file would stand on one line. It takes no parameter and, without dynamic partitions,
    // costs nothing.
    private static CfnDeliveryStream.ProcessingConfigurationProperty lines() {
        return CfnDeliveryStream.ProcessingConfigurationProperty.builder()
                .enabled(true)
                .processors(List.of(CfnDeliveryStream.ProcessorProperty.builder()
                        .type("AppendDelimiterToRecord")
                        .build()))
                .build();
    }
}
