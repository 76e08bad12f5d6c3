package com.lifeverse.liveops.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Edge;
import com.lifeverse.liveops.event.LiveEvent.Message;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunRulesTest {
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-03-05T18:00");
    private static final Instant SIX = Instant.parse("2027-03-05T18:00:00Z");
    private static final RunPolicy POLICY =
            new RunPolicy(Duration.ofDays(1), Duration.ofMinutes(30), Duration.ofMinutes(15), 250, 8, 4);
    private static final Message SOON = new Message(Edge.START, Duration.ofHours(-1), "feast-soon");
    private static final Message OVER = new Message(Edge.END, Duration.ofHours(1), "feast-over");

    /** Six hours long, in review for another. */
    private static LiveEvent feast(Clocks clocks, boolean rewards) {
        var calendar = Given.with(Given.calendar("2027-03-05T18:00", "PT6H", clocks), "P2D", "PT1H", "PT1H");
        var event = Given.with(
                Given.event(calendar),
                Optional.of(new Progress("objective", false)),
                rewards ? List.of(new Reward(1, 3, "lantern", 1)) : List.of(),
                List.of());
        return Given.telling(event, SOON, OVER);
    }

    private static Standing look(LiveEvent event, Instant since, Instant now) {
        return RunRules.look(event, true, FRIDAY, since, now, POLICY);
    }

    private static Instant at(double hours) {
        return SIX.plusSeconds((long) (hours * 3600));
    }

    private final LiveEvent feast = feast(new Clocks.Utc(), true);

    @Test
    void waitsUntilTheNextMessageIsDue() {
        assertThat(look(feast, at(-3), at(-2))).isEqualTo(new Standing.Waits(at(-1)));
        assertThat(look(feast, at(-3), at(-1))).isEqualTo(new Standing.Tells());
        assertThat(look(feast, at(-1), at(-1))).isEqualTo(new Standing.Waits(at(7)));
    }

    @Test
    void whatWasMissedIsToldHoweverLateItIs() {
        assertThat(look(feast, at(-3), at(30))).isEqualTo(new Standing.Tells());
    }

    @Test
    void neverWaitsSoLongThatAChangedCalendarWouldGoUnseen() {
        assertThat(look(feast, at(-48), at(-47))).isEqualTo(new Standing.Waits(at(-23)));
    }

    @Test
    void settlesWhenTheLastPlaceIsThroughAndWhatIsOnItsWayHasArrived() {
        assertThat(look(feast, at(7), at(7))).isEqualTo(new Standing.Waits(at(7.25)));
        assertThat(look(feast, at(7), at(7.25))).isEqualTo(new Standing.Settles());
        var local = Given.telling(feast(new Clocks.PlayerLocal(), true));
        assertThat(look(local, at(7), at(19))).isEqualTo(new Standing.Waits(at(19.25)));
        assertThat(look(local, at(7), at(19.25))).isEqualTo(new Standing.Settles());
    }

    @Test
    void byPlayersOwnClocksPassesAreHalfAnHourApart() {
        var local = feast(new Clocks.PlayerLocal(), true);
        assertThat(look(local, at(-16), at(-16))).isEqualTo(new Standing.Waits(at(-15)));
        assertThat(look(local, at(-15), at(-15))).isEqualTo(new Standing.Waits(at(-14.5)));
        assertThat(look(local, at(-15), at(-14.5))).isEqualTo(new Standing.Tells());
    }

    @Test
    void nothingIsSettledWhereNothingIsToBeWonOrPlayersHaveItNoMore() {
        assertThat(look(feast(new Clocks.Utc(), false), at(7), at(8))).isEqualTo(new Standing.Over());
        assertThat(RunRules.look(feast, false, FRIDAY, at(-3), at(1), POLICY)).isEqualTo(new Standing.Waits(at(7.25)));
        assertThat(RunRules.look(feast, false, FRIDAY, at(-3), at(8), POLICY)).isEqualTo(new Standing.Withdrawn());
    }

    @Test
    void messagesGoByThePlayersOwnOccurrence() {
        var calendar = feast(new Clocks.PlayerLocal(), true).calendar();
        assertThat(RunRules.at(calendar, FRIDAY, SOON, ZoneOffset.ofHours(2))).isEqualTo(at(-3));
        assertThat(RunRules.at(calendar, FRIDAY, OVER, ZoneOffset.ofHours(-12))).isEqualTo(at(19));
    }

    @Test
    void namesOfRunsAreShortEnoughForStepFunctionsAndTellEventsApart() {
        assertThat(RunName.of("weekend-festival", FRIDAY)).isEqualTo("weekend-festival-20270305T180000");
        var one = RunName.again("a".repeat(63) + "b", FRIDAY, 99);
        assertThat(one).hasSizeLessThanOrEqualTo(80).isNotEqualTo(RunName.again("a".repeat(64), FRIDAY, 99));
    }
}
