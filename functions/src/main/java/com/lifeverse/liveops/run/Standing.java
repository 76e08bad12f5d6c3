package com.lifeverse.liveops.run;

import java.time.Instant;

/** How an occurrence of a live event stands to whoever carries out what follows from it. */
public sealed interface Standing {
    /** Messages have come due, for some players at least, until the moment of the look. */
    record Tells() implements Standing {}

    /** Nothing is due; look again then, or when something is changed. */
    record Waits(Instant until) implements Standing {}

    /** It is over everywhere, and rewards may be owed. */
    record Settles() implements Standing {}

    /** It is over everywhere, and nobody can be owed anything. */
    record Over() implements Standing {}

    /** It is over by what was known of it last, and players do not have it any more: nothing is given without a word of staff. */
    record Withdrawn() implements Standing {}
}
