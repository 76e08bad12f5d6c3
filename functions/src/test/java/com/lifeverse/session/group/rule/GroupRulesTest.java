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
import static com.lifeverse.session.group.support.Given.needing;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.refusal;
import static com.lifeverse.session.group.support.Given.template;
import static com.lifeverse.session.group.support.Given.whats;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.ReadyCheck;
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
    void onlyTheLeaderKicks() {
        assertThat(refusal(two, new GroupCommand.Remove(Actor.player(BEN), ANN), at(2)))
                .isEqualTo(Refusal.NOT_THE_LEADER);
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
    void anOptedOutPlayerIsNeverGroupedAcrossPlatforms() {
        var shy = entrant(CLEO, Platform.SWITCH, Given.samePlatformOnly());
        var shyParty = party(template(3, LeaderPolicy.AUTOMATIC), shy);

        assertThat(refusal(two, join(shy), at(2))).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
        assertThat(refusal(shyParty, join(BEN), at(2))).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
        var sameKind = entrant(BEN, Platform.SWITCH, Given.needing());
        assertThat(after(shyParty, join(sameKind), at(2)).seats(BEN)).isTrue();
    }

    @Test
    void whoChangesDevicesMustFitInAgain() {
        var shy = entrant(CLEO, Platform.PC, Given.samePlatformOnly());
        var three = after(two, join(shy), at(2));
        var phone = new GroupCommand.Connect(entrant(BEN, Platform.ANDROID, Given.needing()));

        assertThat(refusal(three, phone, at(3))).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
        assertThat(after(two, phone, at(3))
                        .member(BEN)
                        .orElseThrow()
                        .entrant()
                        .orElseThrow()
                        .platform())
                .isEqualTo(Platform.ANDROID);
    }

    @Test
    void whoNeedsCaptionsTurnsThemOnForAsLongAsTheyAreInIt() {
        var deaf = after(two, join(entrant(CLEO, Platform.PC, needing(Feature.CAPTIONS))), at(2));

        assertThat(two.features()).isEmpty();
        assertThat(deaf.features()).containsExactly(Feature.CAPTIONS);
        assertThat(after(deaf, new GroupCommand.Leave(CLEO), at(3)).features()).isEmpty();
    }

    @Test
    void slowerTimersGiveTwiceTheTimeToAnswer() {
        var slow = after(two, join(entrant(CLEO, Platform.PC, needing(Feature.SLOWER_TIMERS))), at(2));
        var asked = after(slow, new GroupCommand.AskReady(Actor.player(ANN)), at(10));

        assertThat(asked.readyCheck().orElseThrow().until()).isEqualTo(at(10 + 360));
    }

    @Test
    void aManualLeadIsClaimedOnlyWhenItsLeaderIsGone() {
        var manual = after(party(template(3, LeaderPolicy.MANUAL), entrant(ANN)), join(BEN), at(1));
        var claim = new GroupCommand.Lead(Actor.player(BEN), BEN);

        assertThat(refusal(manual, claim, at(2))).isEqualTo(Refusal.HAS_A_LEADER);
        var claimed = after(after(manual, disconnect(ANN), at(2)), claim, at(3));
        assertThat(claimed.leadership().leader()).hasValue(BEN);
        assertThat(after(claimed, Given.connect(ANN), at(4)).leadership().leader())
                .hasValue(BEN);
    }

    @Test
    void theLeaderHandsTheLeadOverToOneWhoIsThere() {
        var handed = after(two, new GroupCommand.Lead(Actor.player(ANN), BEN), at(2));

        assertThat(handed.leadership().leader()).hasValue(BEN);
        assertThat(refusal(handed, new GroupCommand.Lead(Actor.player(ANN), ANN), at(3)))
                .isEqualTo(Refusal.HAS_A_LEADER);
    }

    @Test
    void aReadyCheckPassesWhenAllHaveSaidYes() {
        var asked = after(two, new GroupCommand.AskReady(Actor.player(ANN)), at(2));
        var one = after(asked, new GroupCommand.AnswerReady(ANN, true), at(3));
        var both = course(one, new GroupCommand.AnswerReady(BEN, true), at(4));

        assertThat(one.readyCheck().orElseThrow().result()).isEqualTo(ReadyCheck.Result.PENDING);
        assertThat(whats(both)).containsExactly(What.READY_ANSWERED, What.READY_CHECK_PASSED);
    }

    @Test
    void aReadyCheckFailsAtANoAtItsEndAndIsNotKeptWaitingByOneWhoLeft() {
        var asked = after(two, new GroupCommand.AskReady(Actor.player(ANN)), at(2));

        assertThat(whats(course(asked, new GroupCommand.AnswerReady(BEN, false), at(3))))
                .contains(What.READY_CHECK_FAILED);
        assertThat(whats(GroupClock.asOf(asked, at(182)))).containsExactly(What.READY_CHECK_FAILED);
        var answered = after(asked, new GroupCommand.AnswerReady(ANN, true), at(3));
        assertThat(whats(course(answered, new GroupCommand.Leave(BEN), at(4)))).contains(What.READY_CHECK_PASSED);
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
