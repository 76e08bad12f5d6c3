package com.lifeverse.session.signin;

import com.lifeverse.session.Session;

/** What came of a sign-in. */
public sealed interface SignInOutcome {
    /**
     * The player has a session.
     *
     * @param refreshGeneration of the refresh token to hand out
     */
    record SignedIn(String playerId, Session session, long refreshGeneration, long notices) implements SignInOutcome {}

    /** The secret is not the device's. */
    record WrongCredential() implements SignInOutcome {}

    /** The key came with another body before. */
    record KeyReused() implements SignInOutcome {}

    /** Others wrote the same item each time; trying again will help. */
    record Contended() implements SignInOutcome {}
}
