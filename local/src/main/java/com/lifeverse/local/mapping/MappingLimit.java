package com.lifeverse.local.mapping;

import com.lifeverse.local.assembly.DeclaredProperties;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Between what the numbers of a mapping may be, refused in Lambda's words.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">CreateEventSourceMapping</a>
 */
enum MappingLimit {
    BATCH("BatchSize", 1, 10_000),
    BATCHING_WINDOW("MaximumBatchingWindowInSeconds", 0, 300),
    TUMBLING_WINDOW("TumblingWindowInSeconds", 0, 900),
    LANES("ParallelizationFactor", 1, 10),
    RETRIES("MaximumRetryAttempts", -1, 10_000),
    AGE("MaximumRecordAgeInSeconds", -1, 604_800),
    CONCURRENCY("MaximumConcurrency", 2, 1_000);

    private final String property;
    private final int least;
    private final int most;

    MappingLimit(String property, int least, int most) {
        this.property = property;
        this.least = least;
        this.most = most;
    }

    /** The property's value, if it is stated. */
    OptionalInt of(DeclaredProperties properties) {
        var value = properties.number(property);
        value.ifPresent(number -> {
            if (number < least || number > most) {
                throw properties.refusal(
                        property,
                        "1 validation error detected: Value '%d' at '%s' failed to satisfy constraint: Member must have value %s than or equal to %d"
                                .formatted(
                                        number,
                                        property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1),
                                        number < least ? "greater" : "less",
                                        number < least ? least : most));
            }
        });
        return value;
    }
}
