package com.lifeverse.session.group.rule;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.course;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.whats;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupEnd;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.support.Given;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class GroupClockTest {
    private final Group alone = party(4);
    private final Group two = after(alone, join(BEN), at(1));

    @Test
    void anInvitationKeepsASeatIsRemindedOnceAndLapses() {
        var invited = after(alone, invite(ANN, BEN), at(10));

        assertThat(GroupClock.asOf(invited, at(39)).happenings()).isEmpty();
        assertThat(whats(GroupClock.asOf(invited, at(40)))).containsExactly(What.REMINDED);
        assertThat(whats(GroupClock.asOf(invited, at(70)))).containsExactly(What.REMINDED, What.INVITATION_LAPSED);
        assertThat(state(GroupClock.asOf(invited, at(69)).group(), BEN)).isEqualTo(MemberState.INVITED);
        assertThat(state(GroupClock.asOf(invited, at(70)).group(), BEN)).isEqualTo(MemberState.TIMEOUT);
    }

    @Test
    void aDisconnectedMemberKeepsTheSeatForTheGraceAndLosesItThen() {
        var lost = after(two, disconnect(BEN), at(100));

        assertThat(GroupClock.asOf(lost, at(219)).group().openSeats()).isEqualTo(2);
        var late = GroupClock.asOf(lost, at(220));
        assertThat(whats(late)).containsExactly(What.DROPPED);
        assertThat(state(late.group(), BEN)).isEqualTo(MemberState.DROPPED);
        assertThat(late.group().openSeats()).isEqualTo(3);
    }

    @Test
    void theOldestConnectedLeadsWhenTheLeaderIsGoneForFifteenSeconds() {
        var three = after(two, join(CLEO), at(2));
        var lost = after(three, disconnect(ANN), at(100));

        assertThat(leader(lost, at(114))).isEqualTo(ANN);
        assertThat(leader(lost, at(115))).isEqualTo(BEN);
    }

    @Test
    void aLeaderWhoIsBackInTimeStillLeads() {
        var lost = after(two, disconnect(ANN), at(100));
        var back = after(lost, Given.connect(ANN), at(114));

        assertThat(leader(back, at(400))).isEqualTo(ANN);
    }

    @Test
    void nobodyLeadsWhenNobodyIsConnectedAndTheFirstToReturnDoes() {
        var both = after(after(two, disconnect(BEN), at(100)), disconnect(ANN), at(101));

        assertThat(GroupClock.asOf(both, at(130)).group().leadership().leader()).isEmpty();
        assertThat(leader(after(both, Given.connect(BEN), at(131)), at(131))).isEqualTo(BEN);
    }

    @Test
    void whoeverIsDroppedAndLedIsReplacedAtOnce() {
        var left = course(two, new GroupCommand.Leave(ANN), at(50));

        assertThat(whats(left)).containsExactly(What.LEFT, What.LEADER_CHANGED);
        assertThat(leader(left.group(), at(50))).isEqualTo(BEN);
    }

    @Test
    void aGroupWithNobodyInItEndsAfterFiveMinutesCountedFromWhenTheLastWasDropped() {
        var lost = after(alone, disconnect(ANN), at(100));
        var end = GroupClock.asOf(lost, at(1_000_000));

        assertThat(whats(end)).containsExactly(What.LEADER_CHANGED, What.DROPPED, What.ENDED);
        assertThat(end.group().end()).hasValue(new GroupEnd(GroupEnd.Reason.EMPTY, at(100 + 120 + 300)));
        assertThat(GroupClock.asOf(lost, at(519)).group().end()).isEmpty();
    }

    @Test
    void aGroupEndsAtItsGreatestAgeHoweverManyAreInIt() {
        var end = GroupClock.asOf(two, at(24 * 3600)).group();

        assertThat(end.end()).hasValue(new GroupEnd(GroupEnd.Reason.TOO_OLD, at(24 * 3600)));
        assertThat(end.members())
                .allSatisfy(member -> assertThat(member.state()).isEqualTo(MemberState.TERMINATED));
    }

    @Test
    void theRevisionCountsWhatWasOnlySeenAsIfItHadBeenWritten() {
        var lost = after(two, disconnect(BEN), at(100));
        var seen = GroupClock.asOf(lost, at(300)).group();
        var written = after(lost, new GroupCommand.Settle(), at(300));

        assertThat(written).isEqualTo(seen);
        assertThat(seen.revision()).isEqualTo(lost.revision() + 1);
    }

    @Test
    void itDoesNotMatterHowOftenOneLooksInBetween() {
        var busy = after(after(after(two, invite(ANN, CLEO), at(5)), disconnect(BEN), at(20)), disconnect(ANN), at(30));
        var stepwise = busy;
        for (int second = 30; second <= 1200; second += 7) {
            stepwise = GroupClock.asOf(stepwise, at(second)).group();
        }

        assertThat(GroupClock.asOf(stepwise, at(1200)).group())
                .isEqualTo(GroupClock.asOf(busy, at(1200)).group());
    }

    @Test
    void whatWillFallDueIsKnownBeforehand() {
        var invited = after(alone, invite(ANN, BEN), at(10));

        assertThat(GroupClock.dues(invited)).containsExactly(at(40), at(70), at(24 * 3600));
        assertThat(GroupClock.dues(alone)).containsExactly(at(24 * 3600));
    }

    private static String leader(Group group, Instant now) {
        return GroupClock.asOf(group, now).group().leadership().leader().orElse("nobody");
    }

    private static MemberState state(Group group, String player) {
        return group.member(player).orElseThrow().state();
    }
}
