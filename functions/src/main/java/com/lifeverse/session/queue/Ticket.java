package com.lifeverse.session.queue;

import java.util.Optional;

/**
 * A place that belongs to one identity. It is all there is to know of it: the table counts, and stores no ticket.
 *
 * @param holder hash of the identity's key; nobody else can use it
 */
public record Ticket(Lane lane, Place place, String holder) {
    /** The ticket as text, to be sealed. */
    public String text() {
        return String.join("|", lane.code(), Long.toString(place.bucket()), Long.toString(place.number()), holder);
    }

    /** The ticket in an opened text; empty if it is none. */
    public static Optional<Ticket> of(String text) {
        var parts = text.split("\\|", -1);
        return parts.length == 4 && parts[1].matches("[0-9]{1,12}") && parts[2].matches("[0-9]{1,12}")
                ? Optional.of(new Ticket(
                        Lane.of(parts[0]), new Place(Long.parseLong(parts[1]), Long.parseLong(parts[2])), parts[3]))
                : Optional.empty();
    }
}
