package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Invitation;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.move.Move;
import com.lifeverse.session.group.move.Moves;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How others are asked to come: by name, or by a code. */
final class Inviting {
    private Inviting() {}

    static Decision invite(Group group, GroupCommand.Invite invite, Instant now) {
        var by = invite.by();
        boolean may = GroupRules.governs(group, by)
                || (group.template().membersInvite() && GroupRules.isThere(group, by.id()));
        if (!may) {
            return Decision.refused(Refusal.NOT_THE_LEADER);
        }
        if (group.settings().joinability() == Joinability.CLOSED) {
            return Decision.refused(Refusal.NOT_JOINABLE);
        }
        if (invite.standing().blocked()) {
            return Decision.refused(Refusal.INVITATION_REFUSED);
        }
        var member = group.member(invite.playerId());
        return switch (Moves.of(member, Move.INVITE)) {
            case Moves.Outcome.Same() -> new Decision.Same();
            case Moves.Outcome.Illegal() -> Decision.refused(Refusal.ILLEGAL_MOVE);
            case Moves.Outcome.To(var state) ->
                group.openSeats() == 0
                        ? Decision.refused(Refusal.FULL)
                        : GroupRules.changed(
                                new Change(group)
                                        .place(Member.in(state, invite.playerId(), now)
                                                .with(invitation(group, invite, now)))
                                        .happened(What.INVITED, invite.playerId(), now),
                                now);
        };
    }

    static Decision recode(Group group, Actor by, Optional<String> code, Instant now) {
        if (!GroupRules.governs(group, by)) {
            return Decision.refused(Refusal.NOT_THE_LEADER);
        }
        if (group.template().codeLength() == 0) {
            return Decision.refused(Refusal.KNOWS_NO_CODES);
        }
        if (code.equals(group.code())) {
            return new Decision.Same();
        }
        return GroupRules.changed(new Change(group).code(code).happened(What.CODE_CHANGED, by.id(), now), now);
    }

    /** Takes back all invitations that have not been answered. */
    static void cancelAll(Change change, Instant at) {
        change.members().stream()
                .filter(Member::isInvited)
                .forEach(member -> change.place(member.to(MemberState.CANCELLED, at))
                        .happened(What.INVITATION_CANCELLED, member.playerId(), at));
    }

    private static Invitation invitation(Group group, GroupCommand.Invite invite, Instant now) {
        var timers = group.template().timers();
        int times = invite.slow() ? 2 : 1;
        Duration life = timers.invite().multipliedBy(times);
        return new Invitation(
                invite.by().id(),
                timers.reminder().map(after -> now.plus(after.multipliedBy(times))),
                now.plus(life),
                invite.metadata());
    }
}
