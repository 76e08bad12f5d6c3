package com.lifeverse.session.live;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.SessionPolicy;
import java.time.Instant;
import java.util.Optional;

/** Why a session is not there for its client any more, as far as the live item still knows. */
public sealed interface Ending {
    /** The player may not play. */
    record Banned(Ban ban) implements Ending {}

    /**
     * It ended for this reason.
     *
     * @param by the platform that took over, if one did
     */
    record Because(EndReason reason, Optional<Platform> by) implements Ending {}

    /** It goes on, on another device. */
    record Moved(Platform to) implements Ending {}

    /** It ended, and others have ended since: the history knows why. */
    record Forgotten() implements Ending {}

    /** What the item says of a session that did not answer to its token. */
    static Ending of(Optional<LivePlayer> current, String sessionId, Instant now, SessionPolicy policy) {
        if (current.isEmpty()) {
            return new Forgotten();
        }
        var player = current.get();
        var ban = player.standing().ban().filter(pronounced -> pronounced.inForce(now));
        if (ban.isPresent()) {
            return new Banned(ban.get());
        }
        var session = player.session(sessionId);
        if (session.isPresent()) {
            return policy.lapsed(session.get(), now)
                    ? new Because(EndReason.LEASE_EXPIRED, Optional.empty())
                    : new Moved(session.get().client().platform());
        }
        return player.standing()
                .endOf(sessionId)
                .<Ending>map(last -> new Because(last.reason(), last.by()))
                .orElseGet(Forgotten::new);
    }
}
