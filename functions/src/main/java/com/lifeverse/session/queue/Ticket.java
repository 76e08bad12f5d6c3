package com.lifeverse.session.queue;

import java.util.Optional;

/**
 * A number in a lane that belongs to one identity. It is all there is to know of it: the table counts, and stores no ticket but
 * the last of each holder.
 *
 * @param number from 1, as the table counted: a smaller one comes in earlier
 * @param holder hash of the identity's credential; nobody else can use it
 */
public record Ticket(Lane lane, long number, String holder) {
    /** The ticket as text, to be sealed. */
    public String text() {
        return String.join("|", lane.code(), Long.toString(number), holder);
    }

    /** The ticket in an opened text; empty if it is none. */
    public static Optional<Ticket> of(String text) {
        var parts = text.split("\\|", -1);
        return parts.length == 3 && parts[1].matches("[0-9]{1,15}")
                ? Optional.of(new Ticket(Lane.of(parts[0]), Long.parseLong(parts[1]), parts[2]))
                : Optional.empty();
    }
}
