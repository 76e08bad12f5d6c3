package com.lifeverse.liveops.participation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Admission;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.participation.ParticipationRules.Advance;
import com.lifeverse.liveops.participation.ParticipationRules.Claiming;
import com.lifeverse.liveops.participation.ParticipationRules.Joining;
import com.lifeverse.liveops.participation.ParticipationRules.Reason;
import com.lifeverse.liveops.preview.Sight.Standing;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ParticipationRulesTest {
    private static final Reward LANTERN = new Reward(1, 3, "lantern", 1);
    private static final Reward KITE = new Reward(2, 10, "dragon-kite", 1);
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-03-05T18:00");
    private static final Instant START = Instant.parse("2027-03-05T18:00:00Z");
    private static final LiveEvent FEAST = feast(new Clocks.Utc(), false);
    private static final LiveEvent FOREST = feast(new Clocks.Utc(), true);
    private static final LiveEvent LOCAL = feast(new Clocks.PlayerLocal(), false);

    /** Announced two days before, a day long, in review for another. */
    private static LiveEvent feast(Clocks clocks, boolean together) {
        var calendar = Given.with(Given.calendar("2027-03-05T18:00", "P1D", clocks), "P2D", "PT6H", "P1D");
        return Given.with(
                Given.event(calendar),
                Optional.of(new Progress("objective", together)),
                List.of(LANTERN, KITE),
                List.of());
    }

    private static Participation begun(ZoneOffset offset) {
        return Participation.begun("feast", FRIDAY, "ply_1", after(-14), offset, 0, Optional.empty())
                .stored();
    }

    private static Instant after(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Joining join(LiveEvent event, int hours) {
        return ParticipationRules.join(event, Standing.IN, ZoneOffset.UTC, after(hours));
    }

    private static Advance progress(LiveEvent event, Participation who, int at, int now) {
        return ParticipationRules.progress(event, who, Standing.IN, 1, after(at), after(now));
    }

    @Test
    void playersBeginFromTheAnnouncementToTheEnd() {
        assertThat(join(FEAST, -49)).isEqualTo(new Joining.Shut(Reason.NOT_OPEN));
        assertThat(join(FEAST, -48)).isInstanceOf(Joining.Open.class);
        assertThat(join(FEAST, 23)).isInstanceOf(Joining.Open.class);
        assertThat(join(FEAST, 24)).isEqualTo(new Joining.Shut(Reason.NOT_OPEN));
    }

    @Test
    void anAdmissionMayEndEarlier() {
        var early = Given.with(FEAST, new Admission(true, true, Optional.empty(), Optional.of(Duration.ofHours(2))));

        assertThat(join(early, 1)).isInstanceOf(Joining.Open.class);
        assertThat(join(early, 2)).isEqualTo(new Joining.Shut(Reason.TOO_LATE));
    }

    @Test
    void whoIsNotOfTheAudienceDoesNotBegin() {
        assertThat(ParticipationRules.join(FEAST, Standing.EXCLUDED, ZoneOffset.UTC, START))
                .isEqualTo(new Joining.Shut(Reason.NOT_FOR_THEM));
        assertThat(ParticipationRules.join(FEAST, Standing.SWITCHED_OFF, ZoneOffset.UTC, START))
                .isEqualTo(new Joining.Shut(Reason.SWITCHED_OFF));
        var idle = Given.with(FEAST, Optional.empty(), List.of(), List.of());
        assertThat(join(idle, 0)).isEqualTo(new Joining.Shut(Reason.NOTHING_TO_ACHIEVE));
    }

    @Test
    void whatHappensWhileItRunsCountsAsLongAsItIsNotOver() {
        var who = begun(ZoneOffset.UTC);

        assertThat(progress(FEAST, who, -1, 0)).isEqualTo(new Advance.Ignored(Reason.NOT_OPEN));
        assertThat(progress(FEAST, who, 0, 0)).isInstanceOf(Advance.Counted.class);
        assertThat(progress(FEAST, who, 23, 47)).isInstanceOf(Advance.Counted.class);
        assertThat(progress(FEAST, who, 23, 48)).isEqualTo(new Advance.Ignored(Reason.OVER));
        assertThat(progress(FEAST, who, 24, 24)).isEqualTo(new Advance.Ignored(Reason.NOT_OPEN));
    }

    @Test
    void whereTheyMustJoinNothingCountsThatHappenedBefore() {
        var explicit = Given.with(FEAST, new Admission(true, true, Optional.empty(), Optional.empty()));
        var who = Participation.begun("feast", FRIDAY, "ply_1", after(2), ZoneOffset.UTC, 0, Optional.empty());

        assertThat(progress(explicit, who, 1, 3)).isEqualTo(new Advance.Ignored(Reason.NOT_IN_YET));
        assertThat(progress(LOCAL, who, 1, 3)).isEqualTo(new Advance.Ignored(Reason.NOT_IN_YET));
        assertThat(progress(explicit, who, 2, 3)).isInstanceOf(Advance.Counted.class);
        assertThat(progress(LOCAL, who, 2, 3)).isInstanceOf(Advance.Counted.class);
        assertThat(progress(FEAST, who, 1, 3)).as("whoever plays is in").isInstanceOf(Advance.Counted.class);
    }

    @Test
    void aPlayersOwnClocksCountAsTheySaidThemOnJoining() {
        assertThat(progress(LOCAL, begun(ZoneOffset.ofHours(2)), -2, -2)).isInstanceOf(Advance.Counted.class);
        assertThat(progress(LOCAL, begun(ZoneOffset.ofHours(2)), 22, 22))
                .isEqualTo(new Advance.Ignored(Reason.NOT_OPEN));
        assertThat(progress(LOCAL, begun(ZoneOffset.ofHours(-3)), 0, 0))
                .isEqualTo(new Advance.Ignored(Reason.NOT_OPEN));
    }

    @Test
    void whoIsInStaysInUnlessTheEventSaysOtherwise() {
        var loose = Given.with(FEAST, new Admission(false, false, Optional.empty(), Optional.empty()));
        var who = begun(ZoneOffset.UTC);

        assertThat(ParticipationRules.progress(FEAST, who, Standing.EXCLUDED, 1, START, START))
                .isInstanceOf(Advance.Counted.class);
        assertThat(ParticipationRules.progress(loose, who, Standing.EXCLUDED, 1, START, START))
                .isEqualTo(new Advance.Ignored(Reason.NOT_FOR_THEM));
        assertThat(ParticipationRules.progress(FEAST, who, Standing.SWITCHED_OFF, 1, START, START))
                .isEqualTo(new Advance.Ignored(Reason.SWITCHED_OFF));
    }

    @Test
    void aTierIsReachedOnce() {
        var two = begun(ZoneOffset.UTC).advanced(2, START);

        var third = (Advance.Counted) progress(FEAST, two, 1, 1);
        assertThat(third.after().progress()).isEqualTo(3);
        assertThat(third.reached()).containsExactly(LANTERN);
        assertThat(((Advance.Counted) progress(FEAST, third.after(), 1, 1)).reached())
                .isEmpty();
        assertThat(((Advance.Counted) ParticipationRules.progress(FEAST, two, Standing.IN, 8, START, START)).reached())
                .containsExactly(LANTERN, KITE);
        assertThat(((Advance.Counted) progress(FOREST, two, 1, 1)).reached()).isEmpty();
    }

    @Test
    void whatIsReachedIsClaimedOnce() {
        var who = begun(ZoneOffset.UTC).advanced(3, START);

        var claimed = (Claiming.Claimed) ParticipationRules.claim(FEAST, who, 0, Set.of(1), after(1));

        assertThat(claimed.owed()).containsExactly(LANTERN);
        assertThat(claimed.after().claimed()).containsEntry(1, after(1));
        assertThat(claimed.after().revision()).isEqualTo(who.revision() + 1);
        assertThat(ParticipationRules.claim(FEAST, claimed.after(), 0, Set.of(1), after(60)))
                .isEqualTo(new Claiming.Before());
        assertThat(ParticipationRules.claim(FEAST, who, 0, Set.of(2), after(1)))
                .isEqualTo(new Claiming.NotReached(KITE));
        assertThat(ParticipationRules.claim(FEAST, who, 0, Set.of(3), after(1))).isEqualTo(new Claiming.NoSuchTier(3));
        assertThat(ParticipationRules.claim(FEAST, who, 0, Set.of(1), after(47)))
                .isInstanceOf(Claiming.Claimed.class);
        assertThat(ParticipationRules.claim(FEAST, who, 0, Set.of(1), after(48)))
                .isEqualTo(new Claiming.Over());
    }

    @Test
    void ofAllTogetherWhoeverHelpedHasWhatAllReached() {
        var idle = begun(ZoneOffset.UTC);
        var helper = idle.advanced(1, START);

        assertThat(ParticipationRules.claim(FOREST, helper, 9, Set.of(1), START))
                .isInstanceOf(Claiming.Claimed.class);
        assertThat(ParticipationRules.claim(FOREST, helper, 9, Set.of(2), START))
                .isEqualTo(new Claiming.NotReached(KITE));
        assertThat(ParticipationRules.claim(FOREST, idle, 9, Set.of(1), START))
                .isEqualTo(new Claiming.NotReached(LANTERN));
    }

    @Test
    void whoeverSettlesGivesAllThatIsReachedAndNotClaimed() {
        var who = begun(ZoneOffset.UTC).advanced(12, START).claiming(List.of(1), after(1));

        var settled = (Claiming.Claimed) ParticipationRules.settle(FEAST, who, 0, after(100));

        assertThat(settled.owed()).containsExactly(KITE);
        assertThat(settled.after().claimed()).containsOnlyKeys(1, 2).containsEntry(1, after(1));
        assertThat(ParticipationRules.settle(FEAST, settled.after(), 0, after(101)))
                .isEqualTo(new Claiming.Before());
        assertThat(ParticipationRules.settle(FEAST, begun(ZoneOffset.UTC), 0, after(100)))
                .isEqualTo(new Claiming.Before());
    }

    @Test
    void whatRunsAnywhereOnEarthIsFound() {
        assertThat(ParticipationRules.running(LOCAL.calendar(), after(-15))).isEmpty();
        assertThat(ParticipationRules.running(LOCAL.calendar(), after(-14))).containsExactly(FRIDAY);
        assertThat(ParticipationRules.running(LOCAL.calendar(), after(35))).containsExactly(FRIDAY);
        assertThat(ParticipationRules.running(LOCAL.calendar(), after(36))).isEmpty();
        assertThat(ParticipationRules.running(FEAST.calendar(), after(-1))).isEmpty();
        assertThat(ParticipationRules.running(FEAST.calendar(), after(23))).containsExactly(FRIDAY);
    }
}
