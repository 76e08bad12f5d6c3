package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.social.SocialGraph;
import java.util.List;

/** How players stand to those in a group, as far as the group's joinability asks. */
public final class Standings {
    private final SocialGraph graph;

    public Standings(SocialGraph graph) {
        this.graph = graph;
    }

    /** How one stands who wants to come in. Who is in already is not asked about. */
    public Standing of(Group group, String playerId) {
        if (group.template().isCrowd()) {
            return Standing.STRANGER;
        }
        if (group.member(playerId)
                .filter(member -> member.isIn() && member.state().holdsSeat())
                .isPresent()) {
            return Standing.STRANGER;
        }
        var others = others(group, playerId);
        boolean blocked = !others.isEmpty() && graph.anyBlocked(playerId, others);
        return new Standing(!blocked && friend(group, playerId, others), blocked);
    }

    /** How one stands who is invited: in a crowd nobody sees the others, so only who invites counts. */
    public Standing invited(Group group, String playerId, String by) {
        return group.template().isCrowd()
                ? new Standing(false, graph.anyBlocked(playerId, List.of(by)))
                : of(group, playerId);
    }

    private boolean friend(Group group, String playerId, List<String> others) {
        return switch (group.settings().joinability()) {
            case OPEN, CLOSED, INVITE_ONLY -> false;
            case FRIENDS_OF_LEADER ->
                group.leadership()
                        .leader()
                        .filter(leader -> graph.areFriends(playerId, leader))
                        .isPresent();
            case FRIENDS_OF_MEMBERS -> others.stream().anyMatch(other -> graph.areFriends(playerId, other));
            case FRIENDS_OF_FRIENDS -> others.stream().anyMatch(other -> graph.friendsOfFriends(playerId, other));
        };
    }

    private static List<String> others(Group group, String playerId) {
        return group.seated().stream()
                .filter(Member::isIn)
                .map(Member::playerId)
                .filter(other -> !other.equals(playerId))
                .toList();
    }
}
