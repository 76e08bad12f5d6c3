package com.lifeverse.local.wire;

import com.lifeverse.local.wire.json.ResponseWriter;
import java.util.LinkedHashMap;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** An operation's errors as documents. Their types carry the name space of the part of AWS that refuses. */
final class ErrorTypes {
    private static final String MODEL = "com.amazonaws.dynamodb.v20120810#";
    private static final Set<String> CAPITAL_MESSAGE =
            Set.of("AccessDeniedException", "TransactionCanceledException", "SerializationException");

    private ErrorTypes() {}

    static String coral(String code) {
        return switch (code) {
            case "ValidationException" -> "com.amazon.coral.validate#" + code;
            case "ThrottlingException" -> "com.amazon.coral.availability#" + code;
            default -> "com.amazon.coral.service#" + code;
        };
    }

    /** An error that is of no operation. */
    static byte[] document(String code, String message) {
        var members = new LinkedHashMap<String, String>();
        members.put("__type", type(code, code.equals("InternalServerError")));
        members.put("message", message);
        return ResponseWriter.write(members);
    }

    /** What an operation has thrown, with all members that its type has. */
    static byte[] document(AwsServiceException error) {
        var details = error.awsErrorDetails();
        var code = details == null || details.errorCode() == null ? "InternalServerError" : details.errorCode();
        var message = details == null || details.errorMessage() == null ? error.getMessage() : details.errorMessage();
        var first = new LinkedHashMap<String, String>();
        first.put("__type", type(code, isModelled(error)));
        if (message != null) {
            first.put(CAPITAL_MESSAGE.contains(code) ? "Message" : "message", message);
        }
        return ResponseWriter.write(first, error);
    }

    private static boolean isModelled(AwsServiceException error) {
        return error instanceof DynamoDbException && error.getClass() != DynamoDbException.class;
    }

    private static String type(String code, boolean isModelled) {
        return isModelled && !code.equals("ThrottlingException") ? MODEL + code : coral(code);
    }
}
