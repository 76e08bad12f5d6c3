package com.lifeverse.local.simulate.world;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import java.time.Instant;

/**
 * A request that the API has answered, whether the answer arrived or not.
 *
 * @param began place in the order of all beginnings and ends of the run
 * @param ended place in the same order
 * @param step of the run at which it was answered
 * @param at when it was answered
 */
public record Exchange(int began, int ended, int step, Instant at, String actor, Request request, Response response) {
    /** True if it began when the other one had been answered. */
    public boolean follows(Exchange other) {
        return began > other.ended;
    }
}
