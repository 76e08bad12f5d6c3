package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupEnd;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Invitation;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.move.Move;
import com.lifeverse.session.group.move.Moves;
import java.time.Instant;
import java.util.Optional;

/** Who goes, and how a group ends. */
final class Exit {
    private Exit() {}

    static Decision leave(Group group, String playerId, Instant now) {
        var member = group.member(playerId);
        if (member.isEmpty()) {
            return Decision.refused(Refusal.NOT_A_MEMBER);
        }
        boolean invited = member.get().isInvited() || member.get().state() == MemberState.REJECTED;
        return invited
                ? move(group, member, Move.REJECT, What.INVITATION_REJECTED, now)
                : move(group, member, Move.LEAVE, What.LEFT, now);
    }

    static Decision remove(Group group, Actor by, String playerId, Instant now) {
        var member = group.member(playerId);
        boolean invited = member.filter(found -> found.isInvited() || found.state() == MemberState.CANCELLED)
                .isPresent();
        boolean ownInvitation = member.flatMap(Member::invitation)
                .map(Invitation::by)
                .filter(by.id()::equals)
                .isPresent();
        if (!GroupRules.leads(group, by) && !(invited && ownInvitation)) {
            return Decision.refused(Refusal.NOT_THE_LEADER);
        }
        if (member.isEmpty()) {
            return Decision.refused(Refusal.NOT_A_MEMBER);
        }
        if (by.id().equals(playerId)) {
            return Decision.refused(Refusal.ILLEGAL_MOVE);
        }
        return invited
                ? move(group, member, Move.CANCEL, What.INVITATION_CANCELLED, now)
                : move(group, member, Move.KICK, What.KICKED, now);
    }

    /**
     * As if the player had never been here. It is a change even if nothing names them any more but what the last write told, which goes
     * with the next one.
     */
    static Decision forget(Group group, String playerId, Instant now) {
        var change = new Change(group);
        group.members().stream()
                .filter(member -> member.invitation()
                        .filter(invitation -> invitation.by().equals(playerId))
                        .isPresent())
                .forEach(member -> change.place(member.to(MemberState.CANCELLED, now))
                        .happened(What.INVITATION_CANCELLED, member.playerId(), now));
        group.readyCheck()
                .filter(check -> check.asked().contains(playerId))
                .ifPresent(check -> change.check(Optional.of(check.without(playerId))));
        group.member(playerId).ifPresent(member -> change.forget(member).happened(What.LEFT, playerId, now));
        return GroupRules.changed(change, now);
    }

    static Decision end(Group group, Actor by, Instant now) {
        if (!GroupRules.leads(group, by)) {
            return Decision.refused(Refusal.NOT_THE_LEADER);
        }
        var change = new Change(group);
        GroupClock.end(change, new GroupEnd(GroupEnd.Reason.CLOSED, now));
        return GroupRules.changed(change, now);
    }

    private static Decision move(Group group, Optional<Member> member, Move move, What what, Instant now) {
        return switch (Moves.of(member, move)) {
            case Moves.Outcome.Same() -> new Decision.Same();
            case Moves.Outcome.Illegal() -> Decision.refused(Refusal.ILLEGAL_MOVE);
            case Moves.Outcome.To(var state) -> {
                var moved = member.orElseThrow().to(state, now);
                yield GroupRules.changed(new Change(group).place(moved).happened(what, moved.playerId(), now), now);
            }
        };
    }
}
