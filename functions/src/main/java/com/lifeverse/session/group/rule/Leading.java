package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Leadership;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.Refusal;
import java.time.Instant;

/** Who leads by somebody's word. */
final class Leading {
    private Leading() {}

    static Decision lead(Group group, Actor by, String playerId, Instant now) {
        return switch (group.template().leader()) {
            case NONE, SERVER -> Decision.refused(Refusal.KNOWS_NO_LEADER);
            case AUTOMATIC, MANUAL -> handOver(group, by, playerId, now);
        };
    }

    private static Decision handOver(Group group, Actor by, String playerId, Instant now) {
        boolean claims = by.id().equals(playerId) && !by.isServer();
        if (claims ? !GroupRules.isIn(group, playerId) : !GroupRules.leads(group, by)) {
            return Decision.refused(claims ? Refusal.NOT_A_MEMBER : Refusal.NOT_THE_LEADER);
        }
        if (!GroupRules.isThere(group, playerId)) {
            return Decision.refused(Refusal.ILLEGAL_MOVE);
        }
        if (group.leadership().is(playerId)) {
            return new Decision.Same();
        }
        if (claims && !free(group)) {
            return Decision.refused(Refusal.HAS_A_LEADER);
        }
        return GroupRules.changed(
                new Change(group).lead(Leadership.of(playerId)).happened(What.LEADER_CHANGED, playerId, now), now);
    }

    /** A lead that comes by itself cannot be claimed. */
    private static boolean free(Group group) {
        return group.template().leader() == LeaderPolicy.MANUAL
                && group.leadership()
                        .leader()
                        .filter(leader -> GroupRules.isThere(group, leader))
                        .isEmpty();
    }
}
