package com.lifeverse.local.table.stream;

import com.lifeverse.local.table.schema.StreamDefinition;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;

/**
 * A stream as readers see it.
 *
 * @param table the table as it was declared while the stream was on
 * @param isOpen false once nothing is added any more: it was switched off, or its table is gone
 */
public record ReadableStream(TableDefinition table, ChangeLog changes, boolean isOpen) {
    public String arn() {
        return table.latestStreamArn().orElseThrow();
    }

    public StreamDefinition definition() {
        return table.latestStream().orElseThrow();
    }

    public StreamView view() {
        return definition().view();
    }
}
