package com.lifeverse.trigger.schedule;

import static com.lifeverse.trigger.schedule.Desk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.schedule.ScheduleKeeper.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A schedule begins with its first time after it was put in force, and people are told just what comes. */
@Tag("rules")
class UpcomingTimesTest {
    private static final List<String> TIMES =
            List.of("rate(10 minutes)", "rate(1 hour)", "cron(0/20 * * * ? *)", "cron(7 12-18 * * ? *)");

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void timeBeforeAScheduleWasPutInForceIsNotPromisedThoughItsRunWouldBeDueLater() {
        var desk = new Desk(Desk.later("rate(1 hour)", minutes(50), "Spread."));
        desk.since = NOON.plusSeconds(39);

        assertThat(desk.schedule.due(NOON)).isAfter(NOON.plusSeconds(40));
        assertThat(desk.upcoming(NOON.plusSeconds(40), 1)).containsExactly(NOON.plus(minutes(60)));
        desk.look(minutes(1));
        assertThat(desk.upcoming(NOON.plus(minutes(1)), 1)).containsExactly(NOON.plus(minutes(60)));
        desk.look(minutes(60).plus(desk.schedule.offset()));
        assertThat(desk.told()).containsExactly("13:00");
    }

    @Test
    void whatIsEditedBeforeAnybodyLookedIsInForceSinceItWasFirstPublished() {
        var desk = new Desk(Desk.later("rate(10 minutes)", Duration.ZERO, "As it was."));
        desk.since = NOON.plus(minutes(9));
        desk.publish(Desk.later("rate(10 minutes)", Duration.ZERO, "Said better."), NOON.plusSeconds(620));
        desk.publish(Desk.later("rate(10 minutes)", Duration.ZERO, "Said best."), NOON.plusSeconds(640));
        assertThat(desk.upcoming(NOON.plusSeconds(641), 1)).containsExactly(NOON.plus(minutes(20)));
        desk.look(minutes(21));

        assertThat(desk.told()).containsExactly("12:10", "12:20");
    }

    @Test
    void timesBeforeAnEditAreThoseThatItSaidThenAlsoIfNobodyLookedInBetween() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.publish(Desk.event("rate(15 minutes)"), NOON.plus(minutes(25)));
        desk.publish(Desk.event("rate(20 minutes)"), NOON.plus(minutes(50)));
        desk.look(minutes(85));

        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:30", "12:45", "13:00", "13:20");
    }

    @Test
    void whatItSaidBetweenTwoLooksDecidesThoughItSaysTheSameAgain() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(11));
        desk.publish(Desk.event("rate(15 minutes)"), NOON.plus(minutes(25)));
        desk.publish(Desk.event("rate(10 minutes)"), NOON.plus(minutes(45)));
        assertThat(desk.upcoming(NOON.plus(minutes(46)), 1)).containsExactly(NOON.plus(minutes(50)));
        desk.look(minutes(61));
        desk.look(minutes(71));

        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:30", "12:45", "12:50", "13:00", "13:10");
    }

    @Test
    void nothingComesWhileItIsTakenOutAlsoIfItIsPutBackBeforeAnybodyLooked() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(11));
        desk.past.add(new Said(desk.inForce().document(), desk.since));
        desk.past.add(new Said("", NOON.plus(minutes(25))));
        desk.since = NOON.plus(minutes(45));
        desk.look(minutes(61));
        desk.look(minutes(71));

        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:50", "13:00", "13:10");
    }

    @Test
    void whatWasDecidedBeforeTheLogBeginsGoesOnWithWhatItHas() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(11));
        desk.schedule = Desk.event("rate(15 minutes)");
        desk.since = NOON.plus(minutes(25));
        desk.publish(Desk.event("rate(10 minutes)"), NOON.plus(minutes(45)));
        desk.look(minutes(61));

        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:30", "12:45", "12:50", "13:00");
    }

    @Test
    void whateverIsPromisedComesAndNothingElse() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var times = TIMES.get(random.nextInt(TIMES.size()));
            var jitter = random.nextInt(3) == 0 ? Duration.ZERO : Duration.ofSeconds(1 + random.nextInt(7_200));
            var desk = new Desk(Desk.later(times, jitter, "Said first."));
            desk.since = NOON.plusSeconds(random.nextInt(7_200));
            var end = desk.since.plus(Duration.ofHours(5));
            var promised = desk.upcoming(desk.since, 100).stream()
                    .filter(time -> !desk.schedule.due(time).isAfter(end))
                    .toList();
            var came = new ArrayList<Instant>();
            for (var now = desk.since; now.isBefore(end); now = now.plusSeconds(1 + random.nextInt(1_200))) {
                if (random.nextInt(4) == 0) {
                    desk.publish(Desk.later(times, jitter, "Said otherwise at " + now), now);
                } else {
                    came(desk, now, came, seed);
                }
            }
            came(desk, end, came, seed);
            assertThat(came).as("seed " + seed).isEqualTo(promised);
        }
    }

    private static void came(Desk desk, Instant now, List<Instant> came, int seed) {
        desk.look(Duration.between(NOON, now));
        came.clear();
        desk.ledger.told.forEach(entry -> came.add(entry.run().intendedAt()));
        var next = desk.upcoming(now, 1).getFirst();
        assertThat(desk.schedule.due(next)).as("seed " + seed).isAfter(now);
        assertThat(came).as("seed " + seed).doesNotContain(next);
    }
}
