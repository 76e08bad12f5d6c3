package com.lifeverse.trigger.replay;

import java.time.Instant;

/** Who was erased while the archive still remembers: what it says of them is not to be told again. */
public interface ErasedPlayers {
    /** Notes it, under a hash of the id; doing it again is fine. */
    void note(String playerId, Instant now);

    /** Whether it was noted. */
    boolean hold(String playerId);
}
