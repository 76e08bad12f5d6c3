package com.lifeverse.session.presence;

import com.lifeverse.session.SessionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Players saying how they are, and seeing how others are. */
public final class Presences {
    private final Lookout lookout;
    private final SessionPolicy policy;

    public Presences(Lookout lookout, SessionPolicy policy) {
        this.lookout = lookout;
        this.policy = policy;
    }

    public void say(String playerId, Statement statement, Supplier<UUID> ids, Instant now) {
        var news = PresenceEvents.changed(ids.get(), playerId, statement, now);
        // Longer than any session: what the broom takes too early would be seen.
        lookout.say(playerId, statement, now.plus(policy.refreshTokenLife()), List.of(news));
    }

    /** What the viewer sees of each; a player sees themselves as they are. */
    public List<Presence> see(String viewer, List<String> players, Instant now) {
        return lookout.look(viewer, players, now).stream().map(Sight::seen).toList();
    }
}
