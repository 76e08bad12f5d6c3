package com.lifeverse.liveops.participation;

/** What live events know of players, so that nobody else is asked whether one is of an audience. An outage is an exception. */
public interface Viewers {
    /** What was told last: half a read unit; {@link KnownProfile#NOBODY} if nothing was. */
    KnownProfile find(String playerId);

    /** Keeps it unless something later is kept: a write unit for each KB. */
    void keep(String playerId, KnownProfile profile);
}
