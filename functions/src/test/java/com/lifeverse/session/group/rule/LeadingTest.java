package com.lifeverse.session.group.rule;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.course;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.refusal;
import static com.lifeverse.session.group.support.Given.template;
import static com.lifeverse.session.group.support.Given.whats;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.ReadyCheck;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.support.Given;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who leads, what only they may do, and whether all are ready. */
@Tag("rules")
final class LeadingTest {
    private final Group alone = party(3);
    private final Group two = after(alone, join(BEN), at(1));

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
    void onlyTheLeaderKicks() {
        assertThat(refusal(two, new GroupCommand.Remove(Actor.player(BEN), ANN), at(2)))
                .isEqualTo(Refusal.NOT_THE_LEADER);
    }

    @Test
    void onlyTheLeaderEndsTheGroupAndChangesWhatItIs() {
        var ben = Actor.player(BEN);
        var patch = new Patch(Optional.of(Joinability.CLOSED), Map.of(), Map.of(), Optional.empty());

        assertThat(refusal(two, new GroupCommand.End(ben), at(2))).isEqualTo(Refusal.NOT_THE_LEADER);
        assertThat(refusal(two, new GroupCommand.Set(ben, patch), at(2))).isEqualTo(Refusal.NOT_THE_LEADER);
        assertThat(after(two, new GroupCommand.End(Actor.player(ANN)), at(2)).end())
                .isPresent();
    }
}
