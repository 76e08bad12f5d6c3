package com.lifeverse.session.signin;

import java.util.Optional;

/**
 * What stands between a player who has proved who they are and a new session: gates and queue. A sign-in asks once, when all else
 * is decided: so a wrong secret takes nobody's place, and a repetition, which starts nothing, is answered whatever is closed.
 */
@FunctionalInterface
public interface Entrance {
    /** Nothing stands there. */
    Entrance OPEN = (_, _) -> Optional.empty();

    /**
     * Why they do not come in; empty if they do, and then their place is taken.
     *
     * @param resumes true if they come back to a living session of their own, which has its place
     */
    Optional<SignInOutcome> refusal(SignInCommand command, boolean resumes);
}
