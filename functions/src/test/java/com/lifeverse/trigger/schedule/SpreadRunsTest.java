package com.lifeverse.trigger.schedule;

import static com.lifeverse.trigger.schedule.Desk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class SpreadRunsTest {
    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void runThatIsSpreadToLaterSurvivesAnEditMadeBeforeItIsDue() {
        var desk = new Desk(Desk.later("rate(1 hour)", minutes(50), "As it was."));
        var offset = desk.schedule.offset();
        assertThat(offset).isGreaterThan(minutes(2));
        desk.look(minutes(1));
        for (int edit = 0; edit < 3; edit++) {
            desk.schedule = Desk.later("rate(1 hour)", minutes(50), "Said otherwise for time " + edit);
            desk.since = NOON.plus(minutes(60 + edit));
            desk.look(minutes(60 + edit));
        }
        desk.look(minutes(60).plus(offset));
        desk.look(minutes(120).plus(offset));
        assertThat(desk.told()).containsExactly("13:00", "14:00");
    }

    @Test
    void pendingRunComesOnceWhenItsSpreadIsTakenAway() {
        var desk = new Desk(Desk.later("rate(1 hour)", minutes(50), "Spread."));
        desk.look(minutes(1));
        desk.look(minutes(119));
        desk.schedule = Desk.later("rate(1 hour)", Duration.ZERO, "Not spread.");
        desk.since = NOON.plus(minutes(121));
        desk.look(minutes(122));
        desk.look(minutes(180));
        assertThat(desk.told()).containsExactly("13:00", "14:00", "15:00");
    }
}
