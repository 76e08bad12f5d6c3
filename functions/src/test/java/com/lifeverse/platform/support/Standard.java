package com.lifeverse.platform.support;

import com.lifeverse.platform.json.Policies;

/** The numbers that are shipped, for tests. */
public final class Standard {
    private Standard() {}

    /** The record of one context, as its file says. */
    public static <P extends Record> P of(Class<P> policy) {
        return Policies.standard().of(policy);
    }
}
