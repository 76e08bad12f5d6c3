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
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.needing;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.refusal;
import static com.lifeverse.session.group.support.Given.samePlatformOnly;
import static com.lifeverse.session.group.support.Given.whats;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a group as somebody in it wishes or needs something else. */
@Tag("rules")
final class WishingTest {
    private static final Entrant BEN_ON_IOS = entrant(BEN, Platform.IOS, Traits.NONE);
    private static final Entrant CLEO_ON_IOS = entrant(CLEO, Platform.IOS, Traits.NONE);

    private final Group mixed = after(party(8), join(BEN_ON_IOS), at(10));

    @Test
    void whoPlaysNoMoreWithThoseWhoSitThereIsApartAndNobodyElseGoes() {
        var course = course(mixed, wish(samePlatformOnly(), 20), at(21));
        var shy = course.group();

        assertThat(whats(course)).contains(What.MEMBER_CHANGED, What.PARTED);
        assertThat(shy.member(ANN).orElseThrow().apart()).isPresent();
        assertThat(shy.member(BEN).orElseThrow().state()).isEqualTo(MemberState.JOINED);
        assertThat(shy.member(BEN).orElseThrow().apart()).isEmpty();
        assertThat(refusal(shy, new GroupCommand.Connect(entrant(ANN, Platform.PC, samePlatformOnly())), at(22)))
                .isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
    }

    @Test
    void whoIsApartForAWishComesBackOnceTheyFitInAgain() {
        var shy = after(mixed, wish(samePlatformOnly(), 20), at(21));
        var takenBack = after(shy, wish(Traits.NONE, 30), at(31));
        var alone = after(shy, new GroupCommand.Leave(BEN), at(31));

        assertThat(after(takenBack, connect(ANN), at(32))
                        .member(ANN)
                        .orElseThrow()
                        .apart())
                .isEmpty();
        assertThat(after(alone, new GroupCommand.Connect(entrant(ANN, Platform.PC, samePlatformOnly())), at(32))
                        .member(ANN)
                        .orElseThrow()
                        .apart())
                .isEmpty();
    }

    @Test
    void whoPlaysWithAllThatSitThereStaysThoughTheyWishIt() {
        var alike = after(party(8), join(entrant(BEN, Platform.PC, Traits.NONE)), at(10));
        var shy = after(alike, wish(samePlatformOnly(), 20), at(21));

        assertThat(shy.member(ANN).orElseThrow().apart()).isEmpty();
        assertThat(refusal(shy, join(CLEO_ON_IOS), at(22))).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
    }

    @Test
    void whoSatThereComesBackFromALostConnection() {
        var gone = after(after(mixed, wish(samePlatformOnly(), 20), at(21)), disconnect(BEN), at(22));
        var back = new GroupCommand.Return(BEN, "ses_of_" + BEN, BEN_ON_IOS.hands());

        assertThat(after(gone, back, at(23)).member(BEN).orElseThrow().state()).isEqualTo(MemberState.CONNECTED);
        assertThat(after(gone, new GroupCommand.Connect(BEN_ON_IOS), at(23))
                        .member(BEN)
                        .orElseThrow()
                        .state())
                .isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void whoCameInAfterTheWishAndBeforeItWasHeardIsApart() {
        var course = course(mixed, wish(samePlatformOnly(), 9), at(11));

        assertThat(whats(course)).containsExactly(What.MEMBER_CHANGED, What.PARTED);
        assertThat(course.group().member(BEN).orElseThrow().apart()).isPresent();
        assertThat(refusal(course.group(), new GroupCommand.Connect(BEN_ON_IOS), at(12)))
                .isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
        var back = new GroupCommand.Return(BEN, "ses_of_" + BEN, BEN_ON_IOS.hands());
        assertThat(GroupRules.decide(course.group(), back, at(12))).isEqualTo(new Decision.Same());
    }

    @Test
    void whatIsHeardTwiceChangesNothing() {
        var wish = wish(samePlatformOnly(), 9);
        var shy = after(mixed, wish, at(11));

        assertThat(GroupRules.decide(shy, wish, at(12))).isEqualTo(new Decision.Same());
    }

    @Test
    void aNewNeedIsMetForAll() {
        var deaf = after(mixed, wish(needing(Feature.CAPTIONS), 20), at(21));

        assertThat(deaf.features()).containsExactly(Feature.CAPTIONS);
    }

    private static GroupCommand wish(Traits traits, long savedAt) {
        return new GroupCommand.Wish(ANN, traits, at(savedAt));
    }
}
