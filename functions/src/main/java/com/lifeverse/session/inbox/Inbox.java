package com.lifeverse.session.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Players' inboxes. An outage is an exception, never an empty inbox. */
public interface Inbox {
    /**
     * Puts the message into its player's inbox, once. In the same transaction the player's notices grow by one if they are
     * online; whoever is not will look into the inbox when they sign in. It is one or the other also for one who signs in
     * meanwhile.
     *
     * @param expiresAt when it may be swept away
     */
    Delivery deliver(InboxMessage message, Instant expiresAt);

    /** The newest messages, read consistently; those older than {@code before} if it is given. */
    List<InboxMessage> newest(String playerId, Optional<String> before, int count);

    /** What came of a delivery. */
    enum Delivery {
        /** It is there and announced. */
        ANNOUNCED,
        /** It is there; the player is not online. */
        KEPT,
        /** It was there before: nothing has changed. */
        ALREADY_THERE
    }
}
