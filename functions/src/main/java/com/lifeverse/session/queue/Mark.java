package com.lifeverse.session.queue;

import java.util.Optional;

/**
 * What the table remembers of a ticket.
 *
 * @param by the attempt that used it, if one did
 * @param turned the second in which its holder found no room, if one was
 */
public record Mark(Optional<String> by, Optional<Long> turned) {
    /** Nothing happened yet. */
    public static final Mark NONE = new Mark(Optional.empty(), Optional.empty());
}
