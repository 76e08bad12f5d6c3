package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.move.Move;
import com.lifeverse.session.group.move.Moves;
import java.time.Instant;
import java.util.Optional;

/** Who comes in, and who is there. */
final class Entry {
    private Entry() {}

    static Decision join(Group group, GroupCommand.Join join, Instant now) {
        var entrant = join.entrant();
        var member = group.member(entrant.playerId());
        if (isOfEarlierHands(member, entrant)) {
            return Decision.refused(Refusal.ILLEGAL_MOVE);
        }
        return switch (Moves.of(member, Move.JOIN)) {
            case Moves.Outcome.Same() -> again(group, member.orElseThrow(), entrant, now);
            case Moves.Outcome.Illegal() ->
                Decision.refused(
                        GroupRules.wasKicked(group, entrant.playerId())
                                ? Refusal.NEEDS_INVITATION
                                : Refusal.ILLEGAL_MOVE);
            case Moves.Outcome.To(var state) ->
                refusal(group, member, join)
                        .map(Decision::refused)
                        .orElseGet(() -> seat(group, member, entrant, state, now));
        };
    }

    /** Whether they fit in was asked before there was anything to come into. */
    static Decision found(Group group, Entrant founder, Instant now) {
        var member = group.member(founder.playerId());
        if (member.isPresent()) {
            return new Decision.Same();
        }
        return group.openSeats() == 0
                ? Decision.refused(Refusal.FULL)
                : seat(group, member, founder, MemberState.JOINED, now);
    }

    static Decision connect(Group group, Entrant entrant, Instant now) {
        var member = group.member(entrant.playerId());
        if (member.filter(found -> found.state().holdsSeat()).isEmpty()) {
            return Decision.refused(Refusal.NOT_A_MEMBER);
        }
        if (isOfEarlierHands(member, entrant)) {
            return Decision.refused(Refusal.ILLEGAL_MOVE);
        }
        return switch (Moves.of(member, Move.CONNECT)) {
            case Moves.Outcome.Same() -> again(group, member.get(), entrant, now);
            case Moves.Outcome.Illegal() -> Decision.refused(Refusal.ILLEGAL_MOVE);
            case Moves.Outcome.To(var state) ->
                state == MemberState.INVITED
                        ? connected(group, member.get().to(state, now), now)
                        : Admission.again(group, member, entrant)
                                .map(Decision::refused)
                                .orElseGet(() -> connected(
                                        group, member.get().to(state, now).as(entrant), now));
        };
    }

    static Decision disconnect(Group group, GroupCommand.Disconnect lost, Instant now) {
        var playerId = lost.playerId();
        var member = group.member(playerId);
        if (member.isEmpty() || isThereOtherwise(member.get(), lost)) {
            return new Decision.Same();
        }
        return switch (Moves.of(member, Move.DISCONNECT)) {
            case Moves.Outcome.Same(), Moves.Outcome.Illegal() -> new Decision.Same();
            case Moves.Outcome.To(var state) ->
                GroupRules.changed(
                        new Change(group).place(member.get().to(state, now)).happened(What.DISCONNECTED, playerId, now),
                        now);
        };
    }

    /** True of whoever had the session that the member sits with before it changed hands. */
    private static boolean isOfEarlierHands(Optional<Member> member, Entrant entrant) {
        return member.filter(found -> found.entrant()
                        .map(Entrant::sessionId)
                        .filter(entrant.sessionId()::equals)
                        .isPresent())
                .flatMap(Member::hands)
                .filter(hands -> hands.fence() > entrant.hands().fence())
                .isPresent();
    }

    /** True of one who came with another session, or has connected since that one was lost. */
    private static boolean isThereOtherwise(Member member, GroupCommand.Disconnect lost) {
        var came = member.entrant().map(Entrant::sessionId);
        boolean otherSession = lost.sessionId().isPresent() && came.isPresent() && !came.equals(lost.sessionId());
        return otherSession || lost.lostAt().filter(member.since()::isAfter).isPresent();
    }

    private static Optional<Refusal> refusal(Group group, Optional<Member> member, GroupCommand.Join join) {
        var entrant = join.entrant();
        boolean hasSeat = member.filter(found -> found.state().holdsSeat()).isPresent();
        boolean comesBack = hasSeat && member.filter(Member::isIn).isPresent();
        if (!comesBack) {
            if (!hasSeat && join.code().isPresent() && !join.code().equals(group.code())) {
                return Optional.of(Refusal.UNKNOWN_CODE);
            }
            if (join.standing().blocked() || (!hasSeat && !mayCome(group, join))) {
                return Optional.of(Refusal.NOT_JOINABLE);
            }
            if (!hasSeat && group.openSeats() == 0) {
                return Optional.of(Refusal.FULL);
            }
            if (!join.acceptsUnmet()
                    && !Admission.offers(group, entrant.traits().needs())) {
                return Optional.of(Refusal.ACCESSIBILITY_NOT_OFFERED);
            }
        }
        return Admission.again(group, member, entrant);
    }

    /** A code that came so far is the right one. */
    private static boolean mayCome(Group group, GroupCommand.Join join) {
        var joinability = group.settings().joinability();
        if (group.isClosedToStrangers()) {
            return false;
        }
        boolean knowsCode = join.code().isPresent();
        return switch (joinability) {
            case OPEN -> true;
            case CLOSED -> false;
            case INVITE_ONLY -> knowsCode;
            case FRIENDS_OF_MEMBERS, FRIENDS_OF_LEADER, FRIENDS_OF_FRIENDS ->
                knowsCode || join.standing().friend();
        };
    }

    /** One who is in already; from another session, perhaps on another platform, they are in as that. */
    private static Decision again(Group group, Member member, Entrant entrant, Instant now) {
        if (!member.isIn() || member.entrant().filter(entrant::equals).isPresent()) {
            return new Decision.Same();
        }
        return Admission.again(group, Optional.of(member), entrant)
                .map(Decision::refused)
                .orElseGet(() -> connected(group, member.as(entrant), now));
    }

    private static Decision seat(
            Group group, Optional<Member> member, Entrant entrant, MemberState state, Instant now) {
        var before = member.orElseGet(() -> Member.in(MemberState.LEFT, entrant.playerId(), now));
        var comesBack = before.state().holdsSeat() && before.isIn();
        var seated = before.to(state, now).as(entrant);
        return GroupRules.changed(
                new Change(group)
                        .place(comesBack ? seated : seated.seatedAt(now))
                        .happened(comesBack ? What.CONNECTED : What.JOINED, entrant.playerId(), now),
                now);
    }

    static Decision connected(Group group, Member member, Instant now) {
        return GroupRules.changed(
                new Change(group).place(member).happened(What.CONNECTED, member.playerId(), now), now);
    }
}
