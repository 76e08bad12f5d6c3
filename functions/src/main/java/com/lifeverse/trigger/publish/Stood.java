package com.lifeverse.trigger.publish;

import java.time.Instant;

/**
 * What a name stood for while it was in force.
 *
 * @param key the field that names a happening; empty if none does
 * @param scope in whose state it is kept
 * @param measure changes exactly when what is kept of a happening means something else
 * @param number the latest publication that had it in force
 * @param at of when that is
 * @param until up to when it may come back as nothing else
 */
public record Stood(String key, String scope, String measure, long number, Instant at, Instant until) {
    /** Whether it means the same to what happened. */
    boolean isSame(Stood other) {
        return key.equals(other.key) && scope.equals(other.scope) && measure.equals(other.measure);
    }

    String words() {
        return number == 0 ? "what comes with the code had" : "publication %d of %s had".formatted(number, at);
    }
}
