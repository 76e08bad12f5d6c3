package com.lifeverse.local.table.shard;

import com.lifeverse.local.table.stream.RecordNames;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/** What DynamoDB Streams demands of parameters before it looks at any stream. */
final class Constraints {
    private static final int MIN_ARN = 37;
    private static final int MIN_SHARD_ID = 28;
    private static final int MAX_SHARD_ID = 65;
    private static final int MIN_SEQUENCE_NUMBER = 21;
    private static final int MAX_SEQUENCE_NUMBER = 40;

    private Constraints() {}

    static String given(@Nullable String value, String parameter) {
        if (value == null) {
            throw StreamFaults.constraint(parameter, null, "not be null");
        }
        if (value.isEmpty()) {
            throw tooShort(parameter, value, 1);
        }
        return value;
    }

    static int limit(@Nullable Integer limit, int most) {
        if (limit == null) {
            return most;
        }
        if (limit < 1) {
            throw StreamFaults.constraint("limit", limit, "have value greater than or equal to 1");
        }
        if (limit > most) {
            throw StreamFaults.constraint("limit", limit, "have value less than or equal to " + most);
        }
        return limit;
    }

    static String streamArn(@Nullable String value, String parameter) {
        var arn = given(value, parameter);
        if (arn.length() < MIN_ARN) {
            throw tooShort(parameter, arn, MIN_ARN);
        }
        if (!arn.startsWith("arn:") || !arn.contains(":table/") || !arn.contains("/stream/")) {
            throw StreamFaults.invalid("Invalid StreamArn");
        }
        return arn;
    }

    static String shardId(@Nullable String value, String parameter) {
        return within(given(value, parameter), parameter, MIN_SHARD_ID, MAX_SHARD_ID);
    }

    static ShardIteratorType iteratorType(@Nullable String value) {
        var given = given(value, "shardIteratorType");
        var type = ShardIteratorType.fromValue(given);
        if (type == ShardIteratorType.UNKNOWN_TO_SDK_VERSION) {
            throw StreamFaults.constraint(
                    "shardIteratorType",
                    given,
                    "satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]");
        }
        return type;
    }

    /** The place that the sequence number names; 0 for the types that take none. */
    static long sequence(ShardIteratorType type, @Nullable String sequenceNumber) {
        boolean isNeeded =
                type == ShardIteratorType.AT_SEQUENCE_NUMBER || type == ShardIteratorType.AFTER_SEQUENCE_NUMBER;
        if (sequenceNumber == null) {
            if (isNeeded) {
                throw StreamFaults.invalid("SequenceNumber must be specified with ShardIteratorType " + type);
            }
            return 0;
        }
        within(sequenceNumber, "sequenceNumber", MIN_SEQUENCE_NUMBER, MAX_SEQUENCE_NUMBER);
        if (!isNeeded) {
            throw StreamFaults.invalid("SequenceNumber must not be specified with ShardIteratorType " + type);
        }
        return RecordNames.sequence(sequenceNumber)
                .orElseThrow(() -> StreamFaults.invalid("Invalid SequenceNumber: " + sequenceNumber));
    }

    private static String within(String value, String parameter, int least, int most) {
        if (value.length() < least) {
            throw tooShort(parameter, value, least);
        }
        if (value.length() > most) {
            throw StreamFaults.constraint(parameter, value, "have length less than or equal to " + most);
        }
        return value;
    }

    private static RuntimeException tooShort(String parameter, String value, int least) {
        return StreamFaults.constraint(parameter, value, "have length greater than or equal to " + least);
    }
}
