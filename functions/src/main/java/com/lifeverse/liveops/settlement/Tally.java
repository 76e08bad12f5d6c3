package com.lifeverse.liveops.settlement;

/**
 * What an inventory has found.
 *
 * @param players who take part
 * @param entitled rewards that they have a right to
 * @param claimed how many of these were asked for
 * @param owedPlayers who is owed one at least
 */
public record Tally(long players, long entitled, long claimed, long owedPlayers) {
    /** Of nobody. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** With what was found elsewhere. */
    public Tally and(Tally more) {
        return new Tally(
                players + more.players,
                entitled + more.entitled,
                claimed + more.claimed,
                owedPlayers + more.owedPlayers);
    }

    /** With one player more. */
    Tally with(long entitledTo, long claimedOf) {
        return new Tally(
                players + 1,
                entitled + entitledTo,
                claimed + claimedOf,
                owedPlayers + (entitledTo > claimedOf ? 1 : 0));
    }
}
