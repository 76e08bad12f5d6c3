package com.lifeverse.session.group;

/** How a group comes by its leader. */
public enum LeaderPolicy {
    /** Who made it; then whoever has been there longest. Nobody there, nobody leads. */
    AUTOMATIC,
    /** Who made it; then whoever claims it while the leader is gone. */
    MANUAL,
    /** Nobody. */
    NONE,
    /** A game server; no player leads. */
    SERVER
}
