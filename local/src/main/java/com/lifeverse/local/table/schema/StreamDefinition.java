package com.lifeverse.local.table.schema;

import java.time.Instant;

/**
 * A stream of a table.
 *
 * @param since when it was switched on; its label and ARN say so
 * @param isOn false once it was switched off: what it holds can still be read
 */
public record StreamDefinition(StreamView view, Instant since, boolean isOn) {
    StreamDefinition on() {
        return new StreamDefinition(view, since, true);
    }

    StreamDefinition off() {
        return new StreamDefinition(view, since, false);
    }
}
