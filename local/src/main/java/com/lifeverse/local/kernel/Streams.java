package com.lifeverse.local.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The change streams of tables, as mappings read them. */
public interface Streams {
    /**
     * One record of a stream.
     *
     * @param sequence ascending without gaps in one stream, from 1
     * @param createdAt when the change was written
     * @param event the record as a function gets it in {@code Records}
     */
    record Change(long sequence, Instant createdAt, ObjectNode event) {}

    /** Up to {@code limit} changes after {@code sequence}, oldest first. */
    List<Change> after(String streamArn, long sequence, int limit);

    /** The sequence number of the newest change, 0 if there is none. */
    long newest(String streamArn);

    /** Calls {@code wake} whenever the stream has grown. */
    void watch(String streamArn, Runnable wake);
}
