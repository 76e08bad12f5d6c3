package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Caller;

/** Where a mapping leaves the records that it gives up on, when its destination is a bucket. */
@FunctionalInterface
public interface ParkedRecords {
    /**
     * Writes one object durably.
     *
     * @param caller the function's role, which needs {@code s3:PutObject}
     */
    void park(Caller caller, String bucket, String key, String content);
}
