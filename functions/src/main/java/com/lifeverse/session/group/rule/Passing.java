package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.move.Move;
import com.lifeverse.session.group.move.Moves;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a seat as its session passes into other hands, perhaps on another platform. Whoever fits in there has the seat as
 * before; whoever does not is apart, and has the grace to go back. What is heard twice, late or in another order changes nothing: of two
 * hands the later counts.
 */
final class Passing {
    private Passing() {}

    static Decision handOver(Group group, GroupCommand.HandOver handed, Instant now) {
        return sitting(group, handed.playerId(), handed.sessionId())
                .filter(member -> isLater(handed.hands(), member))
                .map(member -> pass(group, member, handed.hands(), now))
                .orElseGet(Decision.Same::new);
    }

    /** Whoever came with another session says so themselves, for it may be on another platform. */
    static Decision comeBack(Group group, GroupCommand.Return back, Instant now) {
        var sits = sitting(group, back.playerId(), back.sessionId());
        if (sits.filter(member -> isLater(back.hands(), member)).isPresent()) {
            return pass(group, sits.get(), back.hands(), now, true);
        }
        return group.member(back.playerId())
                .filter(member -> member.state() == MemberState.DISCONNECTED)
                .filter(member -> member.entrant().isEmpty() || isAsTheySit(member, back))
                .map(member -> connect(group, member, now))
                .orElseGet(Decision.Same::new);
    }

    private static Decision connect(Group group, Member member, Instant now) {
        var refused = member.entrant().flatMap(entrant -> Admission.again(group, Optional.of(member), entrant));
        if (refused.isPresent()) {
            return new Decision.Same();
        }
        return switch (Moves.of(Optional.of(member), Move.CONNECT)) {
            case Moves.Outcome.Same(), Moves.Outcome.Illegal() -> new Decision.Same();
            case Moves.Outcome.To(var state) -> Entry.connected(group, member.to(state, now), now);
        };
    }

    private static Decision pass(Group group, Member member, Hands hands, Instant now) {
        return pass(group, member, hands, now, false);
    }

    private static Decision pass(Group group, Member member, Hands hands, Instant now, boolean isThere) {
        var entrant = member.entrant().orElseThrow().in(hands);
        if (Admission.again(group, Optional.of(member), entrant).isPresent()) {
            return part(group, member, now);
        }
        var passed = member.as(entrant);
        boolean connects = isThere && member.state() == MemberState.DISCONNECTED;
        var change = new Change(group)
                .place(connects ? passed.to(MemberState.CONNECTED, now) : passed)
                .happened(What.MOVED, member.playerId(), now);
        return GroupRules.changed(
                connects ? change.happened(What.CONNECTED, member.playerId(), now) : change, now);
    }

    /** They are told by what happened, and have the grace to come back where they fit in. */
    static Decision part(Group group, Member member, Instant now) {
        return member.apart()
                ? new Decision.Same()
                : GroupRules.changed(
                        new Change(group).place(member.parted(now)).happened(What.PARTED, member.playerId(), now), now);
    }

    /** Who took a seat with that session; who is only invited has come with none. */
    private static Optional<Member> sitting(Group group, String playerId, String sessionId) {
        return group.member(playerId)
                .filter(member -> member.state().holdsSeat() && member.isIn())
                .filter(member -> member.entrant()
                        .map(Entrant::sessionId)
                        .filter(sessionId::equals)
                        .isPresent());
    }

    private static boolean isLater(Hands hands, Member member) {
        return hands.fence() > member.entrant().orElseThrow().hands().fence();
    }

    private static boolean isAsTheySit(Member member, GroupCommand.Return back) {
        var sits = member.entrant().orElseThrow();
        return sits.sessionId().equals(back.sessionId()) && sits.hands().equals(back.hands());
    }
}
