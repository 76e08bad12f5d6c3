package com.lifeverse.session.group.rule;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.connect;
import static com.lifeverse.session.group.support.Given.course;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.refusal;
import static com.lifeverse.session.group.support.Given.samePlatformOnly;
import static com.lifeverse.session.group.support.Given.template;
import static com.lifeverse.session.group.support.Given.whats;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.command.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a seat as its session passes into other hands. */
@Tag("rules")
final class PassingTest {
    private static final String SESSION = "ses_of_" + BEN;
    private static final Hands PHONE = new Hands(Platform.IOS, 3);
    private static final Hands CONSOLE_AGAIN = new Hands(Platform.PC, 6);

    private final Group friendly = after(after(party(3), join(BEN), at(1)), connect(BEN), at(2));
    private final Group shy = after(
            after(
                    party(template(3, LeaderPolicy.AUTOMATIC), entrant(ANN, Platform.PC, samePlatformOnly())),
                    join(BEN),
                    at(1)),
            connect(BEN),
            at(2));

    @Test
    void whoFitsInWithTheirNewPlatformSitsThereAsBefore() {
        var course = course(friendly, handOver(PHONE), at(3));

        assertThat(whats(course)).containsExactly(What.MOVED);
        assertThat(ben(course.group()).state()).isEqualTo(MemberState.CONNECTED);
        assertThat(ben(course.group()).entrant().orElseThrow().hands()).isEqualTo(PHONE);
    }

    @Test
    void whoDoesNotFitInIsApartAndDroppedAfterTheGrace() {
        var course = course(shy, handOver(PHONE), at(3));

        assertThat(whats(course)).containsExactly(What.PARTED);
        assertThat(ben(course.group()).state()).isEqualTo(MemberState.DISCONNECTED);
        assertThat(ben(course.group()).apart()).isPresent();
        assertThat(GroupClock.asOf(course.group(), at(3 + 121)).group().seats(BEN))
                .isFalse();
    }

    @Test
    void whoDoesNotFitInAsTheirOwnWishHasItIsApartToo() {
        var own = after(party(3), join(entrant(BEN, Platform.PC, samePlatformOnly())), at(1));

        assertThat(ben(after(own, handOver(PHONE), at(3))).apart()).isPresent();
    }

    @Test
    void whoLostTheirConnectionOnTheWayIsApartFromThenOn() {
        var gone = after(shy, disconnect(BEN), at(3));
        var apart = after(gone, handOver(PHONE), at(10));

        assertThat(ben(apart).apart()).isPresent();
        assertThat(ben(apart).since()).as("the grace began when they went").isEqualTo(at(3));
    }

    @Test
    void noConnectionBringsBackWhoIsApartUntilTheyFitIn() {
        var apart = after(shy, handOver(PHONE), at(3));

        assertThat(decide(apart, back(PHONE), 4)).isEqualTo(new Decision.Same());
        assertThat(decide(apart, back(new Hands(Platform.PC, 0)), 4))
                .as("the hands that had it before")
                .isEqualTo(new Decision.Same());
        assertThat(refusal(apart, new GroupCommand.Connect(in(PHONE)), at(4))).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);

        var alone = after(apart, new GroupCommand.Leave(ANN), at(5));
        assertThat(ben(after(alone, back(PHONE), at(6))).state()).isEqualTo(MemberState.CONNECTED);
        var home = after(apart, back(CONSOLE_AGAIN), at(6));
        assertThat(ben(home).state()).isEqualTo(MemberState.CONNECTED);
        assertThat(ben(home).apart()).isEmpty();
    }

    @Test
    void whatIsHeardTwiceLateOrInAnotherOrderChangesNothing() {
        var home = after(friendly, handOver(CONSOLE_AGAIN), at(3));

        assertThat(decide(home, handOver(PHONE), 4)).as("late").isEqualTo(new Decision.Same());
        assertThat(decide(home, handOver(CONSOLE_AGAIN), 4)).as("twice").isEqualTo(new Decision.Same());
        assertThat(decide(after(shy, handOver(PHONE), at(3)), handOver(PHONE), 4))
                .as("twice, apart")
                .isEqualTo(new Decision.Same());
        var other = new GroupCommand.HandOver(BEN, "ses_of_another_device", PHONE);
        assertThat(decide(friendly, other, 4)).isEqualTo(new Decision.Same());
        assertThat(decide(friendly, new GroupCommand.HandOver(CLEO, SESSION, PHONE), 4))
                .isEqualTo(new Decision.Same());
    }

    @Test
    void earlierHandsTakeNothingBack() {
        var moved = after(friendly, handOver(PHONE), at(3));

        assertThat(refusal(moved, connect(BEN), at(4))).isEqualTo(Refusal.ILLEGAL_MOVE);
        assertThat(refusal(moved, join(BEN), at(4))).isEqualTo(Refusal.ILLEGAL_MOVE);
        var gone = after(moved, disconnect(BEN), at(4));
        assertThat(decide(gone, back(new Hands(Platform.PC, 0)), 5)).isEqualTo(new Decision.Same());
    }

    @Test
    void aConnectionOfTheNewHandsBringsTheSeatAlongThoughNobodyToldOfThem() {
        var gone = after(friendly, disconnect(BEN), at(3));
        var course = course(gone, back(PHONE), at(4));

        assertThat(whats(course)).containsExactly(What.MOVED, What.CONNECTED);
        assertThat(ben(course.group()).state()).isEqualTo(MemberState.CONNECTED);
        assertThat(ben(course.group()).entrant().orElseThrow().hands()).isEqualTo(PHONE);
    }

    @Test
    void nobodyHasToFitInWithWhoIsApart() {
        var own = after(party(3), join(entrant(BEN, Platform.PC, samePlatformOnly())), at(1));
        var cleo = entrant(CLEO, Platform.XBOX, Traits.NONE);
        assertThat(refusal(own, join(cleo), at(2))).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);

        var apart = after(own, handOver(PHONE), at(3));
        assertThat(after(apart, join(cleo), at(4)).seats(CLEO)).isTrue();
    }

    @Test
    void theLeadOfOneWhoIsApartRests() {
        var wishing = after(party(3), join(entrant(BEN, Platform.PC, samePlatformOnly())), at(1));
        var apart = after(wishing, new GroupCommand.HandOver(ANN, "ses_of_" + ANN, PHONE), at(2));

        var kick = new GroupCommand.Remove(Actor.player(ANN), BEN);
        assertThat(refusal(apart, kick, at(3))).isEqualTo(Refusal.APART);
        assertThat(after(after(apart, new GroupCommand.Return(ANN, "ses_of_" + ANN, CONSOLE_AGAIN), at(4)), kick, at(5))
                        .seats(BEN))
                .isFalse();
    }

    @Test
    void whoIsApartActsOnNothingAndMayLeave() {
        var invited = after(shy, invite(BEN, CLEO), at(3));
        var asking = after(invited, new GroupCommand.AskReady(Actor.player(ANN)), at(4));
        var apart = after(asking, handOver(PHONE), at(5));
        var ben = Actor.player(BEN);
        for (var command : List.of(
                new GroupCommand.AnswerReady(BEN, true),
                new GroupCommand.SetOwn(BEN, Map.of("class", Optional.of("bard"))),
                new GroupCommand.Remove(ben, CLEO),
                new GroupCommand.Invite(ben, "ply_dan", Standing.STRANGER, Optional.empty(), false),
                new GroupCommand.Lead(ben, BEN),
                new GroupCommand.Set(ben, new Patch(Optional.empty(), Map.of(), Map.of(), Optional.of(true))),
                new GroupCommand.Recode(ben, Optional.of("ABCDEF")),
                new GroupCommand.End(ben))) {
            assertThat(refusal(apart, command, at(6))).as(command.toString()).isEqualTo(Refusal.APART);
        }

        assertThat(after(apart, new GroupCommand.Leave(BEN), at(6)).seats(BEN)).isFalse();
    }

    @Test
    void aReadyCheckDoesNotWaitForWhoIsApart() {
        var asking = after(shy, new GroupCommand.AskReady(Actor.player(ANN)), at(3));
        var answered = after(asking, new GroupCommand.AnswerReady(ANN, true), at(4));
        var apart = course(answered, handOver(PHONE), at(5));
        assertThat(whats(apart)).contains(What.READY_CHECK_PASSED);

        var again = after(apart.group(), new GroupCommand.AskReady(Actor.player(ANN)), at(6));
        assertThat(again.readyCheck().orElseThrow().asked()).containsExactly(ANN);
    }

    private static GroupCommand handOver(Hands hands) {
        return new GroupCommand.HandOver(BEN, SESSION, hands);
    }

    private static GroupCommand back(Hands hands) {
        return new GroupCommand.Return(BEN, SESSION, hands);
    }

    private static Entrant in(Hands hands) {
        return new Entrant(BEN, SESSION, hands, Traits.NONE);
    }

    private static Decision decide(Group group, GroupCommand command, long second) {
        return GroupRules.decide(group, command, at(second));
    }

    private static Member ben(Group group) {
        return group.member(BEN).orElseThrow();
    }
}
