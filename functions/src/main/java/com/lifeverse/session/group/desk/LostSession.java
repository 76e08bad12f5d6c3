package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.command.GroupCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a lost session means to groups: its player is not there any more, and has the grace to come back. */
public final class LostSession {
    private final GroupDesk desk;
    private final Memberships memberships;
    private final GroupPolicy policy;

    public LostSession(GroupDesk desk, Memberships memberships, GroupPolicy policy) {
        this.desk = desk;
        this.memberships = memberships;
        this.policy = policy;
    }

    /**
     * Disconnects the player's seats that came with the session.
     *
     * @param lostAt when it was lost, if it may have come back; who has connected since is there
     * @throws Contended if that was not possible now; doing it again is safe
     */
    public void disconnect(
            String playerId, String sessionId, Optional<Instant> lostAt, Supplier<UUID> ids, Instant now) {
        var command = new GroupCommand.Disconnect(playerId, Optional.of(sessionId), lostAt);
        for (var group : memberships.of(playerId, policy.ownLongest())) {
            switch (desk.ask(group, Optional.empty(), _ -> command, playerId, ids, now)) {
                case GroupOutcome.Done _, GroupOutcome.NotFound _, GroupOutcome.Refused _, GroupOutcome.Stale _ -> {
                    // It is so, or there is no seat to lose.
                }
                case GroupOutcome.Contended() -> throw new Contended(group);
            }
        }
    }
}
