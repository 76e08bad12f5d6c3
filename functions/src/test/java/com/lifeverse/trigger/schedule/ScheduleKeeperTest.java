package com.lifeverse.trigger.schedule;

import static com.lifeverse.trigger.schedule.Desk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.schedule.ScheduleKeeper.Said;
import com.lifeverse.trigger.schedule.ScheduleState.Backfill;
import com.lifeverse.trigger.schedule.ScheduleState.Pause;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class ScheduleKeeperTest {
    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void eachTimeIsToldOnceHoweverOftenSomebodyLooks() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        for (int minute = 0; minute <= 30; minute++) {
            desk.look(minutes(minute));
            desk.look(minutes(minute));
        }
        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:30");
    }

    @Test
    void hourThatNobodyLookedIsCaughtUpInOrderWithItsLateness() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(5));
        desk.look(minutes(65));

        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:30", "12:40", "12:50", "13:00");
        var first = desk.ledger.told.getFirst();
        assertThat(first.lateness()).contains(minutes(55));
        assertThat(first.tells().getFirst().payload().get("schedule"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("intendedAt", "2026-11-21T12:10:00Z")
                .containsEntry("actualAt", "2026-11-21T13:05:00Z")
                .containsEntry("latenessMs", 3_300_000L);
    }

    @Test
    void timesThatCameTooLongAgoAreMissedAndTheLedgerSaysHowMany() {
        var desk = new Desk(Desk.event("rate(6 hours)"));
        desk.look(minutes(0));
        desk.look(Duration.ofDays(3));

        // A day is made up for: its two ends are a day apart.
        assertThat(desk.told()).containsExactly("12:00", "18:00", "00:00", "06:00", "12:00");
        assertThat(desk.ledger.lines.values())
                .filteredOn(line -> line.outcome() == Outcome.MISSED)
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).startsWith("7 times"));
    }

    @Test
    void moreThanAThousandMissedTimesAreToldAsMore() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(0));
        desk.look(Duration.ofDays(30));

        assertThat(desk.ledger.lines.values())
                .filteredOn(line -> line.outcome() == Outcome.MISSED)
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).startsWith("more than 1,000 times until 2026-12-20T"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereverItIsCutEachTimeIsToldOnce(boolean afterwards) {
        for (int call = 0; call < 30; call++) {
            var desk = new Desk(Desk.event("rate(10 minutes)"));
            desk.look(minutes(1));
            cut(desk, call, afterwards, minutes(45));
            desk.look(minutes(50));
            assertThat(desk.told())
                    .as("cut at call " + call)
                    .containsExactly("12:10", "12:20", "12:30", "12:40", "12:50");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereverItIsCutEachTimeBeginsOneRun(boolean afterwards) {
        for (int call = 0; call < 60; call++) {
            var desk = new Desk(Desk.workflow("rate(10 minutes)", Overlap.BUFFER_ALL));
            desk.look(minutes(1));
            cut(desk, call, afterwards, minutes(35));
            for (int minute = 36; minute < 45; minute++) {
                desk.runs.endAll();
                cut(desk, call % minute, afterwards, minutes(minute));
                desk.look(minutes(minute));
            }
            assertThat(desk.began()).as("cut at call " + call).containsExactly("12:10", "12:20", "12:30", "12:40");
        }
    }

    private static void cut(Desk desk, int call, boolean afterwards, Duration when) {
        desk.cuts.at(call, afterwards);
        try {
            desk.look(when);
        } catch (Cuts.Cut _) {
            // That process is gone.
        }
        desk.cuts.never();
    }

    @Test
    void skippedWhileAnotherOneGoesOn() {
        var desk = whileTheFirstGoesOn(Overlap.SKIP);
        assertThat(desk.outcome("12:20")).isEqualTo(Outcome.SKIPPED);
        desk.runs.endAll();
        desk.look(minutes(40));
        assertThat(desk.began()).containsExactly("12:10", "12:40");
    }

    @Test
    void oneWaitsForTheEndAndFurtherOnesDoNotHappen() {
        var desk = whileTheFirstGoesOn(Overlap.BUFFER_ONE);
        assertThat(desk.outcome("12:20")).isEqualTo(Outcome.WAITING);
        assertThat(desk.outcome("12:30")).isEqualTo(Outcome.SKIPPED);
        desk.runs.endAll();
        desk.look(minutes(35));
        assertThat(desk.began()).containsExactly("12:10", "12:20");
    }

    @Test
    void allWaitAndHappenOneAfterTheOther() {
        var desk = whileTheFirstGoesOn(Overlap.BUFFER_ALL);
        desk.runs.endAll();
        desk.look(minutes(35));
        assertThat(desk.began()).containsExactly("12:10", "12:20");
        desk.runs.endAll();
        desk.look(minutes(36));
        assertThat(desk.began()).containsExactly("12:10", "12:20", "12:30");
    }

    @Test
    void theOtherOneIsEndedAndTheNextBegins() {
        for (var overlap : new Overlap[] {Overlap.CANCEL_OTHER, Overlap.TERMINATE_OTHER}) {
            var desk = whileTheFirstGoesOn(overlap);
            assertThat(desk.began()).as(overlap.slug()).containsExactly("12:10", "12:20", "12:30");
            assertThat(desk.outcome("12:10")).isEqualTo(Outcome.ABORTED);
            assertThat(desk.outcome("12:30")).isEqualTo(Outcome.RUNNING);
        }
    }

    @Test
    void allGoOnAbreastAsFarAsThereIsRoom() {
        var desk = whileTheFirstGoesOn(Overlap.ALLOW_ALL);
        assertThat(desk.began()).containsExactly("12:10", "12:20", "12:30");
        desk.look(minutes(40));
        assertThat(desk.outcome("12:40")).isEqualTo(Outcome.SKIPPED);
    }

    private static Desk whileTheFirstGoesOn(Overlap overlap) {
        var desk = new Desk(Desk.workflow("rate(10 minutes)", overlap));
        desk.look(minutes(1));
        desk.look(minutes(10));
        desk.look(minutes(20));
        desk.look(minutes(30));
        return desk;
    }

    @Test
    void pauseLetsTimesPassWithoutMakingUpForThem() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(1));
        desk.desk.pause(desk.inForce(), new Pause(NOON.plus(minutes(15)), "sam", "too loud"), NOON.plus(minutes(15)));
        desk.look(minutes(20));
        assertThat(desk.look(minutes(30)).pause()).isPresent();
        desk.desk.resume(desk.inForce(), NOON.plus(minutes(35)));
        desk.look(minutes(45));

        assertThat(desk.told()).containsExactly("12:10", "12:40");
    }

    @Test
    void backfillMakesUpForTimesWithoutRunAndNeverForOthers() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(1));
        desk.look(minutes(20));
        var backfill = new Backfill(NOON.minus(minutes(31)), NOON.plus(minutes(20)), Overlap.SKIP, "sam");
        for (int again = 0; again < 3; again++) {
            desk.desk.backfill(desk.inForce(), backfill, NOON.plus(minutes(25)));
        }
        assertThat(desk.told()).containsExactly("12:10", "12:20", "11:30", "11:40", "11:50", "12:00");
        assertThat(desk.ledger.state("hourly").orElseThrow().backfills()).isEmpty();
    }

    @Test
    void backfillOfAWorkflowWaitsForRoomAndLosesNothing() {
        var desk = new Desk(Desk.workflow("rate(10 minutes)", Overlap.SKIP));
        desk.look(minutes(1));
        desk.desk.backfill(
                desk.inForce(),
                new Backfill(NOON.minus(minutes(91)), NOON, Overlap.BUFFER_ALL, "sam"),
                NOON.plus(minutes(2)));
        for (int round = 0; round < 12; round++) {
            desk.runs.endAll();
            desk.look(minutes(3));
        }
        assertThat(desk.began())
                .containsExactly(
                        "10:30", "10:40", "10:50", "11:00", "11:10", "11:20", "11:30", "11:40", "11:50", "12:00");
    }

    @Test
    void runThatIsWantedNowIsOneRunHoweverOftenTheRequestComes() {
        var desk = new Desk(Desk.event("rate(1 day)"));
        desk.look(minutes(1));
        for (int again = 0; again < 3; again++) {
            var entry = desk.desk.runNow(desk.inForce(), "key-1", Overlap.SKIP, "sam", NOON.plus(minutes(7 + again)));
            assertThat(entry.run().intendedAt()).isEqualTo(NOON.plus(minutes(7)));
        }
        assertThat(desk.told()).containsExactly("12:07");
    }

    @Test
    void timesUntilAScheduleChangedAreThoseThatItSaidBefore() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(1));
        desk.schedule = Desk.event("rate(15 minutes)");
        desk.since = NOON.plus(minutes(25));
        desk.look(minutes(50));

        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:30", "12:45");
    }

    @Test
    void scheduleThatIsNotInForceAnyMoreStillDecidesWhatCameBeforeAndNothingElse() {
        var desk = new Desk(Desk.workflow("rate(10 minutes)", Overlap.BUFFER_ALL));
        desk.look(minutes(1));
        desk.look(minutes(10));
        var known = desk.ledger.state("hourly").orElseThrow();
        var gone = List.of(new Said("", NOON.plus(minutes(25))));
        desk.keeper.retire(known, gone, NOON.plus(minutes(60)));
        assertThat(desk.outcome("12:20")).isEqualTo(Outcome.SKIPPED);
        desk.runs.endAll();
        desk.keeper.retire(known, gone, NOON.plus(minutes(61)));

        assertThat(desk.began()).containsExactly("12:10");
        assertThat(desk.outcome("12:10")).isEqualTo(Outcome.SUCCEEDED);
        assertThat(desk.ledger.lines).hasSize(2);
    }

    @Test
    void scheduleThatWasEditedAndTakenOutBetweenTwoLooksRunsWhatItsFileSaidAtTheTime() {
        var desk = new Desk(Desk.event("rate(10 minutes)"));
        desk.look(minutes(1));
        desk.schedule = Desk.event("rate(15 minutes)");
        desk.since = NOON.plus(minutes(25));
        var edited = new Said(desk.inForce().document(), desk.since);
        var known = desk.ledger.state("hourly").orElseThrow();
        desk.keeper.retire(known, List.of(edited, new Said("", NOON.plus(minutes(50)))), NOON.plus(minutes(60)));

        assertThat(desk.told()).containsExactly("12:10", "12:20", "12:30", "12:45");
    }

    @Test
    void runThatCannotBeStartedIsSaidToBeRefusedAndHoldsUpNoOther() {
        var desk = new Desk(Desk.schedule(
                "rate(10 minutes)", ZoneOffset.UTC, Overlap.SKIP, new Start.Workflow("nowhere", Map.of())));
        desk.look(minutes(1));
        desk.look(minutes(20));
        assertThat(desk.outcome("12:10")).isEqualTo(Outcome.REFUSED);
        assertThat(desk.ledger.state("hourly").map(ScheduleState::open)).isEqualTo(Optional.of(List.of()));
    }
}
