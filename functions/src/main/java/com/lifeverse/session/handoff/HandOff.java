package com.lifeverse.session.handoff;

import com.lifeverse.session.Client;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Changed;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Overtaken;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes a session from one device to another: same session, same seats, new tokens. From then on the old device's tokens are of
 * a generation before the session's fence, and change nothing. A code is used by the write that moves the session, so two who
 * have it cannot both have the session; who uses it again from the same device gets the same answer.
 */
public final class HandOff {
    /** What came of asking for a code. */
    public sealed interface Offer {
        /**
         * Here it is.
         *
         * @param code to be shown to the player, and to nobody else
         */
        record Offered(String code, Instant expiresAt) implements Offer {
            @Override
            public String toString() {
                return "Offered[until " + expiresAt + "]";
            }
        }

        /** The session is another player's, or another one of theirs. */
        record NotFound() implements Offer {}

        record Ended(Ending why) implements Offer {}
    }

    /** What came of using one. */
    public sealed interface Taking {
        /** The session is this device's now. */
        record Taken(SignedIn signedIn) implements Taking {}

        /** The code is wrong, used, or too old. */
        record Invalid() implements Taking {}

        record Banned(Ban ban) implements Taking {}

        /** Others wrote the same item each time; trying again will help. */
        record Contended() implements Taking {}
    }

    private final HandOffCodes codes;
    private final LiveSessions live;
    private final SessionPolicy policy;

    public HandOff(HandOffCodes codes, LiveSessions live, SessionPolicy policy) {
        this.codes = codes;
        this.live = live;
        this.policy = policy;
    }

    /** A code for the bearer's session: one read, one write. */
    public Offer offer(Bearer bearer, String sessionId, Supplier<UUID> ids, Instant now) {
        if (!bearer.sessionId().equals(sessionId)) {
            return new Offer.NotFound();
        }
        var player = live.read(bearer.playerId());
        var session = player.flatMap(found -> bearer.heldIn(found, now, policy));
        if (session.isEmpty()) {
            return new Offer.Ended(Ending.of(player, sessionId, now, policy));
        }
        var code = HandOffCode.text(ids.get());
        var expiresAt = now.plus(policy.handOffCodeLife());
        codes.keep(new HandOffCode(
                HandOffCode.hash(code),
                bearer.playerId(),
                sessionId,
                session.get().family(),
                expiresAt));
        return new Offer.Offered(code, expiresAt);
    }

    /**
     * The session of a code, in the hands of this client: two reads, one write.
     *
     * @param client must say its device
     */
    public Taking take(String code, Client client, Supplier<UUID> ids, Instant now) {
        var offered = codes.find(HandOffCode.hash(code)).filter(found -> now.isBefore(found.expiresAt()));
        if (offered.isEmpty()) {
            return new Taking.Invalid();
        }
        var mine =
                Sha256.brief("hand-off", offered.get().hash(), client.device().orElseThrow());
        var seen = live.read(offered.get().playerId());
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            switch (HandOffRules.decide(offered.get(), seen, mine, client, ids, now, policy)) {
                case HandOffRules.Decision.Answer(var taking) -> {
                    return taking;
                }
                case HandOffRules.Decision.Move(var change, var signedIn) -> {
                    switch (live.change(change)) {
                        case Changed() -> {
                            return new Taking.Taken(signedIn);
                        }
                        case Overtaken(var current) -> seen = current;
                    }
                }
            }
        }
        return new Taking.Contended();
    }
}
