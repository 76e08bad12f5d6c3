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
                .filter(member -> latest(member) < handed.hands().fence())
                .map(member -> pass(group, member, handed.hands(), false, now))
                .orElseGet(Decision.Same::new);
    }

    /** Whoever came with another session says so themselves, for it may be on another platform. */
    static Decision comeBack(Group group, GroupCommand.Return back, Instant now) {
        var member = group.member(back.playerId());
        if (member.filter(found -> found.entrant().isEmpty()).isPresent()) {
            return connect(group, member.get(), now);
        }
        return sitting(group, back.playerId(), back.sessionId())
                .filter(found -> latest(found) <= back.hands().fence())
                .map(found -> found.entrant().orElseThrow().hands().equals(back.hands())
                                && found.apart().isEmpty()
                        ? connect(group, found, now)
                        : pass(group, found, back.hands(), true, now))
                .orElseGet(Decision.Same::new);
    }

    private static Decision connect(Group group, Member member, Instant now) {
        return switch (Moves.of(Optional.of(member), Move.CONNECT)) {
            case Moves.Outcome.Same(), Moves.Outcome.Illegal() -> new Decision.Same();
            case Moves.Outcome.To(var state) ->
                member.state() == MemberState.DISCONNECTED
                        ? Entry.connected(group, member.to(state, now), now)
                        : new Decision.Same();
        };
    }

    private static Decision pass(Group group, Member member, Hands hands, boolean isThere, Instant now) {
        var entrant = member.entrant().orElseThrow().in(hands);
        if (Admission.again(group, Optional.of(member), entrant).isPresent()) {
            return part(group, member, hands, now);
        }
        var passed = member.as(entrant);
        boolean connects = isThere && member.state() == MemberState.DISCONNECTED;
        var change = new Change(group)
                .place(connects ? passed.to(MemberState.CONNECTED, now) : passed)
                .happened(What.MOVED, member.playerId(), now);
        return GroupRules.changed(connects ? change.happened(What.CONNECTED, member.playerId(), now) : change, now);
    }

    private static Decision part(Group group, Member member, Hands hands, Instant now) {
        return member.apart().filter(hands::equals).isPresent()
                ? new Decision.Same()
                : GroupRules.changed(
                        new Change(group)
                                .place(member.parted(hands, now))
                                .happened(What.PARTED, member.playerId(), now),
                        now);
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

    private static long latest(Member member) {
        return member.hands().orElseThrow().fence();
    }
}
