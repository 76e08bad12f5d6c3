package com.lifeverse.session.queue;

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
        require(turn.toSeconds() >= 10, "a turn of less than 10 seconds is over before a client that waits has asked");
        require(idle.compareTo(turn.multipliedBy(2)) >= 0, "idle must be two turns at least");
        require(remembered.compareTo(idle) >= 0, "remembered must not be shorter than idle");
        require(uses >= 1 && attempts >= 1, "uses and attempts must be at least 1");
    }

    /** The numbers in force. */
    public static QueuePolicy standard() {
        return new QueuePolicy(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(2), 3, 4);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
