package com.lifeverse.session.inbox;

import java.time.Instant;

/**
 * Something that the game tells a player.
 *
 * @param id sorts by time; the same for every delivery of the same message
 * @param source what caused it, such as {@code trigger/first-win-of-the-day}
 */
public record InboxMessage(String id, String playerId, Instant sentAt, String source, Content content) {
    /** What it says. */
    public sealed interface Content {
        /** Something was given to the player. */
        record Grant(String grantId, String item, long amount) implements Content {}

        /** A text to show, by its key. */
        record Text(String message) implements Content {}
    }
}
