package com.lifeverse.session.queue;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * Every number of the login queue.
 *
 * @param turn a turn that has come is good for this long at least, and for twice as long at most; then it is over
 * @param idle when nobody looked for so long, nobody waits any more
 * @param remembered how long a holder's ticket, and that one was used, are kept
 * @param uses how often one attempt may come to the door with its ticket: it may have failed behind it
 * @param attempts how often one who is overtaken looks again
 */
public record QueuePolicy(Duration turn, Duration idle, Duration remembered, int uses, int attempts) {
    public QueuePolicy {
        Bounds.hold(
                turn.toSeconds() >= 10,
                "turn must be 10 seconds at least, or it is over before a client that waits has asked");
        Bounds.hold(idle.compareTo(turn.multipliedBy(2)) >= 0, "idle must be at least two times turn");
        Bounds.hold(remembered.compareTo(idle) >= 0, "remembered must not be shorter than idle");
        Bounds.hold(uses >= 1, "uses must be at least 1");
        Bounds.hold(attempts >= 1, "attempts must be at least 1");
    }
}
