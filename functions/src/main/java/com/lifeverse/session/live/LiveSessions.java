package com.lifeverse.session.live;

import java.util.Optional;

/**
 * The sessions now alive, one item a player. Every change is one conditional write; that its condition does not hold is an
 * answer. An outage is an exception and never looks like absence. What a write tells is told exactly if it is made.
 */
public interface LiveSessions {
    /** What is alive of the player, read consistently: one read unit. */
    Optional<LivePlayer> read(String playerId);

    /** Starts a session if nobody wrote since: at most two write units. */
    StartOutcome start(SessionStart start);

    /** Puts sessions and standing as decided, if nobody wrote since: a write unit for each started 1,024 bytes. */
    ChangeOutcome change(LiveChange change);

    /** Renews a session: exactly one write unit and no read, whether it applies or not. */
    RenewalOutcome renew(Renewal renewal);

    /** Ends a session: one write unit. */
    EndOutcome end(SessionEnd end);

    /** What came of a start. */
    sealed interface StartOutcome {
        /** It is started; {@code notices} as they stand. */
        record Started(long notices) implements StartOutcome {}

        /** Somebody else wrote; this is how it stands now. */
        record Superseded(Optional<LivePlayer> current) implements StartOutcome {}
    }

    /** What came of a change. */
    sealed interface ChangeOutcome {
        /** It is made. */
        record Changed() implements ChangeOutcome {}

        /** Somebody else wrote; this is how it stands now. */
        record Overtaken(Optional<LivePlayer> current) implements ChangeOutcome {}
    }

    /** What came of a renewal. */
    sealed interface RenewalOutcome {
        /** It is renewed; this is how it stood before. */
        record Renewed(LivePlayer before) implements RenewalOutcome {}

        /** The condition did not hold; this is how it stands. */
        record Unmatched(Optional<LivePlayer> current) implements RenewalOutcome {}
    }

    /** What came of an end. */
    enum EndOutcome {
        ENDED,
        /** It was not there, or not of that family. */
        ALREADY_ENDED,
        /** It goes on in other hands; the token that asked is of the old ones. */
        MOVED
    }
}
