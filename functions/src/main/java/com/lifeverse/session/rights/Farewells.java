package com.lifeverse.session.rights;

import com.lifeverse.session.live.Ban;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The last step of an erasure. */
public interface Farewells {
    /**
     * Takes away what opens the player, all at once: identities, profile and live item; the request says that it is done, and tells it.
     * Who is banned becomes somebody new under the same identities, with nothing but the ban. If it is done already, nothing happens.
     *
     * @param found what the passes so far have found
     * @param banned what stays of a ban
     */
    void finish(
            String playerId,
            DataRequest request,
            List<Found> found,
            Optional<Ban> banned,
            Supplier<UUID> ids,
            Instant now);
}
