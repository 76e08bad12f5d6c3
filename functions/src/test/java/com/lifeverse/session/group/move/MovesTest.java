package com.lifeverse.session.group.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.support.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("rules")
final class MovesTest {
    private static Member in(MemberState state) {
        return state == MemberState.DISCONNECTED
                ? Member.in(MemberState.CONNECTED, Given.BEN, Given.NOW).to(state, Given.NOW)
                : Member.in(state, Given.BEN, Given.NOW);
    }

    static List<Optional<Member>> all() {
        var all = new ArrayList<Optional<Member>>();
        all.add(Optional.empty());
        for (var state : MemberState.values()) {
            all.add(Optional.of(in(state)));
        }
        all.add(Optional.of(
                Member.in(MemberState.INVITED, Given.BEN, Given.NOW).to(MemberState.DISCONNECTED, Given.NOW)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMoveFromEveryStateHasAnOutcomeAndDoneTwiceChangesNothingMore(Optional<Member> member) {
        for (var move : Move.values()) {
            if (Moves.of(member, move) instanceof Moves.Outcome.To to) {
                var moved = member.orElseGet(() -> in(MemberState.LEFT)).to(to.state(), Given.NOW);
                assertThat(Moves.of(Optional.of(moved), move))
                        .as("%s twice from %s", move, member)
                        .isNotInstanceOf(Moves.Outcome.To.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MemberState.class)
    void aSeatIsHeldByThoseInvitedJoinedConnectedAndDisconnected(MemberState state) {
        assertThat(state.holdsSeat())
                .isEqualTo(List.of(
                                MemberState.INVITED,
                                MemberState.JOINED,
                                MemberState.CONNECTED,
                                MemberState.DISCONNECTED)
                        .contains(state));
    }

    @Test
    void whoWasInvitedWhenTheConnectionWasLostComesBackAsInvited() {
        var lost = Member.in(MemberState.INVITED, Given.BEN, Given.NOW).to(MemberState.DISCONNECTED, Given.NOW);

        assertThat(Moves.of(Optional.of(lost), Move.CONNECT)).isEqualTo(new Moves.Outcome.To(MemberState.INVITED));
    }

    @Test
    void whoWasInComesBackConnected() {
        assertThat(Moves.of(Optional.of(in(MemberState.DISCONNECTED)), Move.CONNECT))
                .isEqualTo(new Moves.Outcome.To(MemberState.CONNECTED));
    }

    @Test
    void whoWasKickedComesBackByInvitationOnly() {
        var kicked = Optional.of(in(MemberState.KICKED));

        assertThat(Moves.of(kicked, Move.JOIN)).isInstanceOf(Moves.Outcome.Illegal.class);
        assertThat(Moves.of(kicked, Move.INVITE)).isEqualTo(new Moves.Outcome.To(MemberState.INVITED));
    }

    @ParameterizedTest
    @EnumSource(
            value = MemberState.class,
            names = {"TIMEOUT", "REJECTED", "LEFT", "DROPPED", "CANCELLED"})
    void whoeverElseWentMayComeAgain(MemberState state) {
        assertThat(Moves.of(Optional.of(in(state)), Move.JOIN)).isEqualTo(new Moves.Outcome.To(MemberState.JOINED));
    }
}
