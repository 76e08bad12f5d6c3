package com.lifeverse.session.group.rule;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.needing;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.refusal;
import static com.lifeverse.session.group.support.Given.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Constants;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Settings;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.group.support.Given;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who fits together: what they play on, with whom they want to, and what they need. */
@Tag("rules")
final class AdmissionTest {
    private final Group alone = party(3);
    private final Group two = after(alone, join(BEN), at(1));

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
    void whoJoinsAgainFromAnotherDeviceMustFitInAgain() {
        var shy = entrant(CLEO, Platform.PC, Given.samePlatformOnly());
        var three = after(two, join(shy), at(2));

        assertThat(refusal(three, join(entrant(BEN, Platform.ANDROID, Given.needing())), at(3)))
                .isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
    }

    @Test
    void nobodyComesFromAPlatformThatTheGroupIsNotPlayedOn() {
        var template = template(3, LeaderPolicy.AUTOMATIC);
        var constants =
                new Constants(template, 3, Optional.empty(), Set.of(Platform.PC), Set.of(), at(0), Optional.empty());
        var onPc = Given.changed(Founding.found(
                        Given.GROUP,
                        constants,
                        new Settings(Joinability.OPEN, Map.of(), Map.of(), false),
                        Actor.player(ANN),
                        Optional.of(entrant(ANN)),
                        false,
                        at(0)))
                .group();

        assertThat(refusal(onPc, join(entrant(BEN, Platform.XBOX, Given.needing())), at(1)))
                .isEqualTo(Refusal.PLATFORM_NOT_OFFERED);
    }

    @Test
    void whoNeedsWhatTheGroupCannotDoComesOnlyIfTheySaySo() {
        var silent = party(silent(), entrant(ANN));
        var deaf = entrant(BEN, Platform.PC, needing(Feature.CAPTIONS));

        assertThat(refusal(silent, join(deaf), at(1))).isEqualTo(Refusal.ACCESSIBILITY_NOT_OFFERED);
        var nevertheless = new GroupCommand.Join(deaf, Standing.STRANGER, Optional.empty(), true);
        assertThat(after(silent, nevertheless, at(1)).seats(BEN)).isTrue();
    }

    @Test
    void whoNeedsWhatTheirOwnGroupCannotDoFoundsItOnlyIfTheySaySo() {
        var deaf = entrant(ANN, Platform.PC, needing(Feature.CAPTIONS));

        assertThat(found(deaf, false)).isEqualTo(Decision.refused(Refusal.ACCESSIBILITY_NOT_OFFERED));
        assertThat(Given.changed(found(deaf, true)).group().seats(ANN)).isTrue();
    }

    private static Decision found(Entrant founder, boolean acceptsUnmet) {
        var template = silent();
        var constants =
                new Constants(template, 3, Optional.empty(), template.platforms(), Set.of(), at(0), Optional.empty());
        var settings = new Settings(Joinability.OPEN, Map.of(), Map.of(), false);
        return Founding.found(
                Given.GROUP, constants, settings, Actor.player(ANN), Optional.of(founder), acceptsUnmet, at(0));
    }

    /** Where nothing is shown as text. */
    private static GroupTemplate silent() {
        return Given.supporting(Set.of());
    }
}
