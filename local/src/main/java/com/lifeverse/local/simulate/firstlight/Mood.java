package com.lifeverse.local.simulate.firstlight;

/** What a player is up to. */
enum Mood {
    /** Anything that players do. */
    PLAYING,
    /** Renews and reads, nothing else. */
    FOLLOWING,
    /** Looks a last time. */
    LEAVING
}
