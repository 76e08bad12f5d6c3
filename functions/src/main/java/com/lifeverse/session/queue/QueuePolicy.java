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
 * @param reconnecting how long after its lease a session still gives its player a place in the lane of those who come back
 * @param pollSoonest after which who waits is asked to look again when their turn is near
 * @param pollLatest after which they are when it is far
 */
public record QueuePolicy(
        Duration turn,
        Duration idle,
        Duration remembered,
        int uses,
        int attempts,
        Duration reconnecting,
        Duration pollSoonest,
        Duration pollLatest) {
    public QueuePolicy {
        Bounds.hold(
                turn.toSeconds() >= 10,
                "turn must be 10 seconds at least, or it is over before a client that waits has asked");
        Bounds.hold(idle.compareTo(turn.multipliedBy(2)) >= 0, "idle must be at least two times turn");
        Bounds.hold(remembered.compareTo(idle) >= 0, "remembered must not be shorter than idle");
        Bounds.hold(uses >= 1, "uses must be at least 1");
        Bounds.hold(attempts >= 1, "attempts must be at least 1");
        Bounds.hold(!reconnecting.isNegative(), "reconnecting must not be negative");
        Bounds.hold(pollSoonest.toSeconds() >= 1, "pollSoonest must be a second at least");
        Bounds.hold(
                pollLatest.compareTo(pollSoonest) >= 0 && pollLatest.compareTo(turn) <= 0,
                "pollLatest must be pollSoonest at least and turn at most, or who waits misses it");
    }
}
