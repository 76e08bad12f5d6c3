package com.lifeverse.local.identity.buckets;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3's refusals, worded as S3 words them. */
final class S3Errors {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private S3Errors() {}

    static S3Exception noSuchKey() {
        var message = "The specified key does not exist.";
        return (S3Exception) NoSuchKeyException.builder()
                .message(message)
                .statusCode(NOT_FOUND)
                .requestId("local")
                .awsErrorDetails(details("NoSuchKey", message))
                .build();
    }

    static S3Exception noSuchBucket() {
        var message = "The specified bucket does not exist";
        return (S3Exception) NoSuchBucketException.builder()
                .message(message)
                .statusCode(NOT_FOUND)
                .requestId("local")
                .awsErrorDetails(details("NoSuchBucket", message))
                .build();
    }

    static S3Exception preconditionFailed() {
        return error(
                "PreconditionFailed",
                PRECONDITION_FAILED,
                "At least one of the pre-conditions you specified did not hold");
    }

    static S3Exception accessDenied(String message) {
        return error("AccessDenied", FORBIDDEN, message);
    }

    private static S3Exception error(String code, int status, String message) {
        return (S3Exception) S3Exception.builder()
                .message(message)
                .statusCode(status)
                .requestId("local")
                .awsErrorDetails(details(code, message))
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder()
                .serviceName("S3")
                .errorCode(code)
                .errorMessage(message)
                .build();
    }
}
