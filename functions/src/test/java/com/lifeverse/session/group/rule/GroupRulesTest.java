package com.lifeverse.session.group.rule;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.course;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.refusal;
import static com.lifeverse.session.group.support.Given.whats;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.group.support.Given;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("rules")
final class GroupRulesTest {
    private final Group alone = party(3);
    private final Group two = after(alone, join(BEN), at(1));

    @Test
    void theLastSeatIsKeptForWhoeverIsInvitedUntilTheInvitationLapses() {
        var full = after(two, invite(ANN, CLEO), at(10));

        assertThat(refusal(full, join("ply_dan"), at(69))).isEqualTo(Refusal.FULL);
        assertThat(after(full, join(CLEO), at(69)).openSeats()).isZero();
        assertThat(after(full, join("ply_dan"), at(70)).seats("ply_dan")).isTrue();
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        assertThat(GroupRules.decide(two, join(BEN), at(2))).isEqualTo(new Decision.Same());
    }

    @Test
    void whoWasKickedNeedsAnInvitation() {
        var kicked = after(two, new GroupCommand.Remove(Actor.player(ANN), BEN), at(2));

        assertThat(refusal(kicked, join(BEN), at(3))).isEqualTo(Refusal.NEEDS_INVITATION);
        var readmitted = after(after(kicked, invite(ANN, BEN), at(4)), join(BEN), at(5));
        assertThat(readmitted.seats(BEN)).isTrue();
    }

    @Test
    void whoWasKickedIsRememberedHoweverManyLeaveAfterThem() {
        var group = after(two, new GroupCommand.Remove(Actor.player(ANN), BEN), at(2));
        for (int guest = 0; guest < 20; guest++) {
            group = after(group, join("ply_" + guest), at(3 + guest));
            group = after(group, new GroupCommand.Leave("ply_" + guest), at(3 + guest));
        }

        assertThat(group.members()).hasSizeLessThan(12);
        assertThat(refusal(group, join(BEN), at(100))).isEqualTo(Refusal.NEEDS_INVITATION);
    }

    @Test
    void whoHadToKickVeryManyGetsNoMoreStrangers() {
        var group = two;
        for (int guest = 0; guest < 64; guest++) {
            group = after(group, join("ply_" + guest), at(3));
            group = after(group, new GroupCommand.Remove(Actor.player(ANN), "ply_" + guest), at(4));
        }

        assertThat(refusal(group, join(CLEO), at(5))).isEqualTo(Refusal.NOT_JOINABLE);
        assertThat(after(after(group, invite(ANN, CLEO), at(5)), join(CLEO), at(6))
                        .seats(CLEO))
                .isTrue();
    }

    @Test
    void whoeverInvitedMayTakeTheInvitationBack() {
        var invited = after(two, invite(BEN, CLEO), at(2));
        var cancelled = course(invited, new GroupCommand.Remove(Actor.player(BEN), CLEO), at(3));

        assertThat(whats(cancelled)).containsExactly(What.INVITATION_CANCELLED);
        assertThat(cancelled.group().openSeats()).isEqualTo(1);
    }

    @Test
    void closingAGroupTakesItsInvitationsBackAndLetsNobodyIn() {
        var invited = after(two, invite(ANN, CLEO), at(2));
        var closed = after(invited, set(Joinability.CLOSED), at(3));

        assertThat(closed.member(CLEO).orElseThrow().state()).isEqualTo(MemberState.CANCELLED);
        assertThat(refusal(closed, join(CLEO), at(4))).isEqualTo(Refusal.NOT_JOINABLE);
        assertThat(refusal(closed, invite(ANN, CLEO), at(4))).isEqualTo(Refusal.NOT_JOINABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Joinability.class,
            names = {"INVITE_ONLY", "FRIENDS_OF_MEMBERS", "FRIENDS_OF_LEADER", "FRIENDS_OF_FRIENDS"})
    void aStrangerNeedsAnInvitationOrTheCode(Joinability joinability) {
        var group = after(after(two, set(joinability), at(2)), recode("ABC123"), at(3));

        assertThat(refusal(group, join(CLEO), at(4))).isEqualTo(Refusal.NOT_JOINABLE);
        assertThat(after(group, byCode("ABC123"), at(4)).seats(CLEO)).isTrue();
        assertThat(after(after(group, invite(ANN, CLEO), at(4)), join(CLEO), at(5))
                        .seats(CLEO))
                .isTrue();
    }

    @Test
    void aFriendNeedsNoneWhereFriendsMayCome() {
        var group = after(two, set(Joinability.FRIENDS_OF_LEADER), at(2));
        var join = new GroupCommand.Join(entrant(CLEO), new Standing(true, false), Optional.empty(), false);

        assertThat(after(group, join, at(3)).seats(CLEO)).isTrue();
    }

    @Test
    void aReplacedOrRevokedCodeLetsNobodyIn() {
        var first = after(two, recode("ABC123"), at(2));
        var second = after(first, recode("XYZ789"), at(3));
        var none = after(second, new GroupCommand.Recode(Actor.player(ANN), Optional.empty()), at(4));

        assertThat(refusal(second, byCode("ABC123"), at(5))).isEqualTo(Refusal.UNKNOWN_CODE);
        assertThat(refusal(none, byCode("XYZ789"), at(5))).isEqualTo(Refusal.UNKNOWN_CODE);
    }

    @Test
    void whoIsBlockedNeitherComesNorIsInvited() {
        var blocked = new Standing(false, true);

        assertThat(refusal(two, new GroupCommand.Join(entrant(CLEO), blocked, Optional.empty(), false), at(2)))
                .isEqualTo(Refusal.NOT_JOINABLE);
        assertThat(refusal(
                        two, new GroupCommand.Invite(Actor.player(ANN), CLEO, blocked, Optional.empty(), false), at(2)))
                .isEqualTo(Refusal.INVITATION_REFUSED);
    }

    @Test
    void propertiesBeyondTheTemplateAreRefused() {
        var large =
                new Patch(Optional.empty(), Map.of("map", Optional.of("x".repeat(300))), Map.of(), Optional.empty());
        var unknown = new Patch(Optional.empty(), Map.of(), Map.of("colour", Optional.of("red")), Optional.empty());

        assertThat(refusal(two, new GroupCommand.Set(Actor.player(ANN), large), at(2)))
                .isEqualTo(Refusal.TOO_MANY_PROPERTIES);
        assertThat(refusal(two, new GroupCommand.Set(Actor.player(ANN), unknown), at(2)))
                .isEqualTo(Refusal.ATTRIBUTE_NOT_SEARCHABLE);
    }

    @Test
    void anEndedGroupDoesNothingMoreAndLeavingItIsFine() {
        var ended = after(two, new GroupCommand.End(Actor.player(ANN)), at(2));

        assertThat(refusal(ended, join(CLEO), at(3))).isEqualTo(Refusal.ENDED);
        assertThat(GroupRules.decide(ended, new GroupCommand.Leave(BEN), at(3))).isEqualTo(new Decision.Same());
        assertThat(ended.openSeats()).isZero();
    }

    @Test
    void aSessionLostLongAgoDoesNotDisconnectWhoHasConnectedSince() {
        var back = after(after(two, disconnect(BEN), at(10)), Given.connect(BEN), at(20));
        var late = new GroupCommand.Disconnect(BEN, Optional.of("ses_of_" + BEN), Optional.of(at(10)));
        var other = new GroupCommand.Disconnect(BEN, Optional.of("ses_of_another_device"), Optional.empty());

        assertThat(GroupRules.decide(back, late, at(21))).isEqualTo(new Decision.Same());
        assertThat(GroupRules.decide(back, other, at(21))).isEqualTo(new Decision.Same());
    }

    private static GroupCommand set(Joinability joinability) {
        var patch = new Patch(Optional.of(joinability), Map.of(), Map.of(), Optional.empty());
        return new GroupCommand.Set(Actor.player(ANN), patch);
    }

    private static GroupCommand recode(String code) {
        return new GroupCommand.Recode(Actor.player(ANN), Optional.of(code));
    }

    private static GroupCommand byCode(String code) {
        return new GroupCommand.Join(entrant(CLEO), Standing.STRANGER, Optional.of(code), false);
    }
}
