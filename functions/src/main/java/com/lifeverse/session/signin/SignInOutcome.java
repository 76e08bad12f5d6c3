package com.lifeverse.session.signin;

import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.gate.Passage;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.queue.Knock;
import java.time.Instant;

/** What came of a sign-in. */
public sealed interface SignInOutcome {
    /**
     * The player has a session.
     *
     * @param refreshGeneration of the refresh token to hand out
     * @param tokenEpoch of the access token to hand out
     */
    record SignedIn(String playerId, Session session, long refreshGeneration, long notices, long tokenEpoch)
            implements SignInOutcome {}

    /** The player may not sign in. */
    record Banned(Ban ban) implements SignInOutcome {}

    /** The player's data is being erased; afterwards the same credential makes a new player. */
    record Erasing() implements SignInOutcome {}

    /** A gate is closed. */
    record Barred(Passage by) implements SignInOutcome {}

    /** There is no place at this moment. */
    record Queued(Knock knock) implements SignInOutcome {}

    /**
     * The player has a session already, and the policy lets the oldest win.
     *
     * @param until when it ends if nothing renews it
     */
    record SignedInElsewhere(Platform platform, Instant until) implements SignInOutcome {}

    /**
     * The secret is not the device's.
     *
     * @param failures in the open window, this one included
     */
    record WrongCredential(long failures) implements SignInOutcome {}

    /** Too many wrong ones came lately, and this is another one; or so many that none is looked at for a while. */
    record TooManyAttempts(long failures) implements SignInOutcome {}

    /** The key came with another body before. */
    record KeyReused() implements SignInOutcome {}

    /** It has been done before, and the session that it started is over. */
    record Over(Ending why) implements SignInOutcome {}

    /** Others wrote the same item each time; trying again will help. */
    record Contended() implements SignInOutcome {}
}
