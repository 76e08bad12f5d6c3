package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Session;
import java.time.Duration;
import java.util.List;

/**
 * Whoever acts with what was a player's once: a thief with a copy of an old token, an app left open on another screen. What
 * they are told is a matter of the rules; they do not care.
 */
record Impostor(String victim, Stage stage) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Renews with one of the tokens that have been used. */
    void steal(Session session, List<String> used) {
        var token = used.get(stage.random().nextInt(used.size()));
        stage.wire().send("thief of " + victim, () -> Calls.renew(session.id(), token), _ -> {});
    }

    /** Sometime later tries what the session still is good for, when its player has done with it. */
    void haunt(Session left) {
        var actor = "ghost of " + victim;
        stage.outside().in(stage.between(Duration.ZERO, LONGEST), actor + " comes back", () -> {
            stage.wire().send(actor, () -> Calls.read(left.id(), left.access()), _ -> {});
            stage.wire().send(actor, () -> Calls.renew(left.id(), left.refresh()), _ -> {});
        });
    }
}
