package com.lifeverse.session.identity;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.Players;
import java.time.Instant;
import java.util.UUID;

/**
 * Links a second identity to the player who holds a session. An identity of another player is refused, whatever its credential:
 * two players are never made one, and none takes over another's. It takes a sign-in of just now.
 */
public final class LinkIdentity {
    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is the player's.
         *
         * @param fresh false if it was before
         */
        record Linked(String id, boolean fresh) implements Outcome {}

        /** It is another player's. */
        record Foreign() implements Outcome {}

        /** It is the player's, and the credential is wrong for it. */
        record WrongCredential() implements Outcome {}

        /** The player has not signed in for a while. */
        record NotRecent() implements Outcome {}

        /** The session that asks is over. */
        record Ended(Ending why) implements Outcome {}
    }

    private final Players players;
    private final Identities identities;
    private final LiveSessions live;
    private final SessionPolicy policy;
    private final IdentityPolicy identityPolicy;

    public LinkIdentity(
            Players players,
            Identities identities,
            LiveSessions live,
            SessionPolicy policy,
            IdentityPolicy identityPolicy) {
        this.players = players;
        this.identities = identities;
        this.live = live;
        this.policy = policy;
        this.identityPolicy = identityPolicy;
    }

    public Outcome handle(Bearer bearer, Credential credential, UUID salt, Instant now) {
        var player = live.read(bearer.playerId());
        var session = player.flatMap(found -> bearer.heldIn(found, now, policy));
        if (session.isEmpty()) {
            return new Outcome.Ended(Ending.of(player, bearer.sessionId(), now, policy));
        }
        if (!identityPolicy.isRecent(session.get(), now)) {
            return new Outcome.NotRecent();
        }
        var identity = new Identity(credential.key(), credential.kind(), bearer.playerId(), credential.secret(salt));
        var known = players.identity(credential.key());
        if (known.isEmpty() && identities.link(identity, now) == Identities.Linking.LINKED) {
            return new Outcome.Linked(identity.id(), true);
        }
        // Whoever was first, it is there now.
        return players.identity(credential.key())
                .map(found -> judged(found, bearer, credential))
                .orElseThrow(() -> new IllegalStateException("An identity was taken by nobody"));
    }

    private static Outcome judged(Identity found, Bearer bearer, Credential credential) {
        if (!found.playerId().equals(bearer.playerId())) {
            return new Outcome.Foreign();
        }
        return credential.opens(found) ? new Outcome.Linked(found.id(), false) : new Outcome.WrongCredential();
    }
}
