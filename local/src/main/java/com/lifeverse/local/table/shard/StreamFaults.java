package com.lifeverse.local.table.shard;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/** What DynamoDB Streams refuses, as the SDK throws it. */
final class StreamFaults {
    private StreamFaults() {}

    static AwsServiceException invalid(String message) {
        return filled(DynamoDbException.builder(), "ValidationException", message);
    }

    /** AWS's words for a parameter that breaks a constraint of the service's model. */
    static AwsServiceException constraint(String parameter, @Nullable Object value, String rule) {
        var shown = value == null ? "null" : "'" + value + "'";
        return invalid("1 validation error detected: Value " + shown + " at '" + parameter
                + "' failed to satisfy constraint: Member must " + rule);
    }

    static AwsServiceException noSuchStream(String streamArn) {
        return notFound("Requested resource not found: Stream: " + streamArn + " not found");
    }

    static AwsServiceException noSuchShard(String shardId, String streamArn) {
        return notFound("Requested resource not found: Shard: " + shardId + " in Stream: " + streamArn + " not found");
    }

    static AwsServiceException expired() {
        return filled(
                ExpiredIteratorException.builder(),
                "ExpiredIteratorException",
                "The shard iterator has expired. Use GetShardIterator to get a new one");
    }

    static AwsServiceException trimmed() {
        return filled(
                TrimmedDataAccessException.builder(),
                "TrimmedDataAccessException",
                "The operation attempted to read past the oldest stream record in a shard");
    }

    private static AwsServiceException notFound(String message) {
        return filled(ResourceNotFoundException.builder(), "ResourceNotFoundException", message);
    }

    private static AwsServiceException filled(AwsServiceException.Builder fault, String code, String message) {
        return fault.message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("DynamoDbStreams")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(400)
                .requestId("local")
                .build();
    }
}
