package com.lifeverse.session.group.rule;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.course;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A group forgets that somebody was ever in it. */
@Tag("rules")
final class ForgetTest {
    private final Group two = after(party(3), join(BEN), at(1));

    @Test
    void whoIsForgottenLosesSeatAndLeadAndIsNamedNowhere() {
        var group = after(two, new GroupCommand.Forget(ANN), at(2));

        assertThat(group.toString()).doesNotContain(ANN);
        assertThat(group.leadership().is(BEN)).isTrue();
        assertThat(group.openSeats()).isEqualTo(2);
    }

    @Test
    void theInvitationsTheyMadeAreTakenBack() {
        var invited = after(two, invite(ANN, CLEO), at(2));
        var group = after(invited, new GroupCommand.Forget(ANN), at(3));

        assertThat(group.seats(CLEO)).isFalse();
        assertThat(group.toString()).doesNotContain(ANN);
    }

    @Test
    void aReadyCheckGoesOnWithoutThem() {
        var asked = after(two, new GroupCommand.AskReady(Actor.player(ANN)), at(2));
        var answered = after(asked, new GroupCommand.AnswerReady(BEN, true), at(3));
        var group = after(answered, new GroupCommand.Forget(ANN), at(4));

        assertThat(group.toString()).doesNotContain(ANN);
        assertThat(group.readyCheck()).isPresent();
    }

    @Test
    void whoWasOnceInAGroupThatHasEndedIsForgottenThereToo() {
        var ended = after(two, new GroupCommand.End(Actor.player(ANN)), at(2));
        assertThat(ended.toString()).contains(BEN);

        assertThat(after(ended, new GroupCommand.Forget(BEN), at(3)).toString()).doesNotContain(BEN);
    }

    @Test
    void forgettingAStrangerStillReplacesWhatTheLastWriteTold() {
        assertThat(course(two, new GroupCommand.Forget(CLEO), at(2)).group().revision())
                .isGreaterThan(two.revision());
    }
}
