package com.lifeverse.session.queue;

/** What came of knocking at the door. */
public enum Knock {
    IN,
    /** Who comes without a ticket finds no room. */
    NO_TICKET,
    /** The ticket's turn has not come. */
    TOO_EARLY,
    /** It is the ticket's turn, and this second is full: the next ones are theirs. */
    FULL,
    /** The ticket's turn is over. */
    OVER
}
