package com.lifeverse.local.simulate.world;

import com.lifeverse.local.http.message.Response;

/** What a client has of its request. */
public sealed interface Reply {
    /** An answer. */
    record Answered(Response response) implements Reply {}

    /** None: it may have been done or not. */
    record None() implements Reply {}
}
