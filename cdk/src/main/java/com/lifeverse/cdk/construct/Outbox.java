package com.lifeverse.cdk.construct;

import com.lifeverse.platform.lambda.OutboxFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Tells the bus what a table's writes carry to be told: the stream's records that have an {@code out} attribute go to the
 * outbox function, which publishes it. A fault is retried for 20 hours of the 24 that a stream keeps its records, the
 * batch cut in halves around what fails. What still fails then, or what the bus will never accept, is parked whole in a
 * bucket for 90 days.
 */
public final class Outbox extends Construct {
    /** Only new images that carry something to be told; a deletion tells nothing. */
    private static final String CARRIES_OUT =
            "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"NewImage\":{\"out\":{\"S\":[{\"exists\":true}]}}}}";

    private static final int LONGEST_RETRY_SECONDS = 20 * 60 * 60;
    private static final int UNLIMITED = -1;

    public Outbox(Construct scope, String id, Deployment deployment, ContextTable table, Bus bus) {
        super(scope, id);
        var parked = PrivateBucket.forgetting(this, "Parked", Duration.days(90));
        var function = LifeVerseFunction.running(OutboxFunction.class, "Publishes what the writes of a table tell.")
                .with("BUS", bus.name())
                .with("PARKED_BUCKET", parked.getBucketName())
                .may(bus.toPublish())
                .may(Grant.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")
                        .on(table.streamArn()))
                // Knows no resources: Lambda asks for it before it takes the mapping.
                .may(Grant.of("dynamodb:ListStreams").on("*"))
                .may(Grant.of("s3:PutObject").on(parked.arnForObjects("*")))
                .may(Grant.of("s3:ListBucket").on(parked.getBucketArn()))
                .within(Duration.seconds(30))
                .in(this, deployment);
        CfnEventSourceMapping.Builder.create(this, "Mapping")
                .eventSourceArn(table.streamArn())
                .functionName(function.liveArn())
                .startingPosition("TRIM_HORIZON")
                .batchSize(100)
                .filterCriteria(filter())
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .bisectBatchOnFunctionError(true)
                .maximumRecordAgeInSeconds(LONGEST_RETRY_SECONDS)
                .maximumRetryAttempts(UNLIMITED)
                .destinationConfig(failuresTo(parked))
                .build();
    }

    private static CfnEventSourceMapping.FilterCriteriaProperty filter() {
        return CfnEventSourceMapping.FilterCriteriaProperty.builder()
                .filters(List.of(CfnEventSourceMapping.FilterProperty.builder()
                        .pattern(CARRIES_OUT)
                        .build()))
                .build();
    }

    private static CfnEventSourceMapping.DestinationConfigProperty failuresTo(Bucket bucket) {
        return CfnEventSourceMapping.DestinationConfigProperty.builder()
                .onFailure(CfnEventSourceMapping.OnFailureProperty.builder()
                        .destination(bucket.getBucketArn())
                        .build())
                .build();
    }
}
