package com.lifeverse.session.conduct;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Changed;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Overtaken;
import com.lifeverse.session.own.Bearer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A player ends all their sessions, the one that asks too, and calls back all tokens: one read and one write. Who asks with a
 * token of a session that is over changes nothing.
 */
public final class SignOutEverywhere {
    /** What came of it. */
    public sealed interface Outcome {
        record SignedOut() implements Outcome {}

        /** The session that asks is over. */
        record Ended(Ending why) implements Outcome {}

        /** Others wrote the same item each time; trying again will help. */
        record Contended() implements Outcome {}
    }

    private final LiveSessions live;
    private final SessionPolicy policy;

    public SignOutEverywhere(LiveSessions live, SessionPolicy policy) {
        this.live = live;
        this.policy = policy;
    }

    public Outcome handle(Bearer bearer, Supplier<UUID> ids, Instant now) {
        var seen = live.read(bearer.playerId());
        var cause =
                new Revocation.Cause(EndReason.SIGNED_OUT_EVERYWHERE, Optional.of(bearer.platform()), Optional.empty());
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            if (seen.isEmpty() || bearer.heldIn(seen.get(), now, policy).isEmpty()) {
                return new Outcome.Ended(Ending.of(seen, bearer.sessionId(), now, policy));
            }
            var change = Revocation.all(bearer.playerId(), seen, cause, ids, now, policy);
            switch (live.change(change)) {
                case Changed() -> {
                    return new Outcome.SignedOut();
                }
                case Overtaken(var current) -> seen = current;
            }
        }
        return new Outcome.Contended();
    }
}
