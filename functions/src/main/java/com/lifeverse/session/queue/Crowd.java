package com.lifeverse.session.queue;

import java.util.Optional;

/**
 * How full the game is, as far as the queue can know: who was counted, and whom it has let in since. Who came in while a count
 * went on may be in it or not, and counts as not: rather too few come in for a minute than too many.
 *
 * @param counted the last count that was heard of; empty before the first
 * @param before let in between the count before that and this one
 * @param since let in since it was heard of
 */
public record Crowd(Optional<Headcount> counted, long before, long since) {
    /** Nobody is there. */
    public static final Crowd EMPTY = new Crowd(Optional.empty(), 0, 0);

    /** Having heard of a count. */
    Crowd heard(Optional<Headcount> latest) {
        return latest.isEmpty() || latest.equals(counted) ? this : new Crowd(latest, since, 0);
    }

    /** Having let in so many more. */
    Crowd and(long more) {
        return new Crowd(counted, before, since + more);
    }

    /** For how many there is room, if no more than {@code most} may be online; never less than none. */
    long room(long most) {
        return Math.max(0, most - counted.map(Headcount::players).orElse(0L) - before - since);
    }
}
