package com.lifeverse.cdk.construct;

import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Feeds a function from a table's stream. A fault is retried for 20 hours of the 24 that a stream keeps its records, the batch cut in
 * halves around what fails. What still fails then is parked whole in a bucket for 90 days. A stream has at most two readers.
 */
public final class StreamFeed {
    private static final int LONGEST_RETRY_SECONDS = 20 * 60 * 60;
    private static final int UNLIMITED = -1;

    private final Construct scope;
    private final ContextTable table;
    private final Bucket parked;

    /** Begins a feed; what it makes lives in that scope. */
    public StreamFeed(Construct scope, ContextTable table) {
        this.scope = scope;
        this.table = table;
        this.parked = PrivateBucket.forgetting(scope, "Parked", Duration.days(90));
    }

    /** The bucket for what can never be handled. */
    public Bucket parked() {
        return parked;
    }

    /** Adds to a function's plan what it may do to be fed. */
    public LifeVerseFunction.Plan to(LifeVerseFunction.Plan plan) {
        return plan.may(Grant.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")
                        .on(table.streamArn()))
                // Knows no resources: Lambda asks for it before it takes the mapping.
                .may(Grant.of("dynamodb:ListStreams").on("*"))
                .may(Grant.of("s3:PutObject").on(parked.arnForObjects("*")))
                .may(Grant.of("s3:ListBucket").on(parked.getBucketArn()));
    }

    /**
     * Feeds the function.
     *
     * @param patterns which records it gets, as JSON; one that fits is enough
     */
    public void feed(LifeVerseFunction function, String... patterns) {
        CfnEventSourceMapping.Builder.create(scope, "Mapping")
                .eventSourceArn(table.streamArn())
                .functionName(function.liveArn())
                .startingPosition("TRIM_HORIZON")
                .batchSize(100)
                .filterCriteria(CfnEventSourceMapping.FilterCriteriaProperty.builder()
                        .filters(Arrays.stream(patterns)
                                .map(pattern -> CfnEventSourceMapping.FilterProperty.builder()
                                        .pattern(pattern)
                                        .build())
                                .toList())
                        .build())
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .bisectBatchOnFunctionError(true)
                .maximumRecordAgeInSeconds(LONGEST_RETRY_SECONDS)
                .maximumRetryAttempts(UNLIMITED)
                .destinationConfig(CfnEventSourceMapping.DestinationConfigProperty.builder()
                        .onFailure(CfnEventSourceMapping.OnFailureProperty.builder()
                                .destination(parked.getBucketArn())
                                .build())
                        .build())
                .build();
    }
}
