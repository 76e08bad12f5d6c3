package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.decide.TriggerState.Seen;
import java.util.List;

/** How far a window has come with a happening. */
sealed interface Progress {
    /** All is there; these are the happenings that made it up, the new one among them. */
    record Reached(List<Seen> spent) implements Progress {}

    /** So much of so much. */
    record NotYet(long count, long of) implements Progress {}
}
