package com.lifeverse.liveops.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.compensation.CompensationPlan.Affected;
import com.lifeverse.liveops.compensation.Happening.Kind;
import com.lifeverse.liveops.plan.Reach;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class CompensationRulesTest {
    /** From 18 to 22 o'clock. */
    private static final EventCalendar FEAST = Given.calendar("2027-03-01T18:00", "PT4H", new Clocks.Utc());

    private static final Rate RATE = new Rate("coins", 100, 250);

    @Test
    void whoWasThereMissesTheRestOfTheIncidentAlsoIfItThrewThemOut() {
        var plan = plan(
                "19:00",
                "20:00",
                began("staying", "18:30"),
                began("thrown-out", "18:30"),
                ended("thrown-out", "19:05"),
                began("late", "19:45"),
                began("gone", "18:00"),
                ended("gone", "18:59"),
                began("after", "20:00"));

        assertThat(plan.affected())
                .extracting(Affected::playerId, Affected::time, Affected::amount)
                .containsExactly(
                        tuple("ply_late", Duration.ofMinutes(15), 25),
                        tuple("ply_staying", Duration.ofHours(1), 100),
                        tuple("ply_thrown-out", Duration.ofHours(1), 100));
        assertThat(plan.total()).isEqualTo(225);
    }

    @Test
    void onlyWhileTheEventRunsIsAnythingMissedAndNobodyGetsMoreThanTheMost() {
        assertThat(plan("17:00", "18:30", began("early", "16:00")).affected())
                .extracting(Affected::time)
                .containsExactly(Duration.ofMinutes(30));
        assertThat(plan("16:00", "17:59", began("early", "15:00")).affected()).isEmpty();
        assertThat(plan("17:00", "23:00", began("early", "16:00")).affected())
                .extracting(Affected::time, Affected::amount)
                .containsExactly(tuple(Duration.ofHours(4), 250));
    }

    @Test
    void aSessionOfWhichOnlyTheEndIsKnownWasThereWhenItBegan() {
        assertThat(plan("19:00", "20:00", ended("long", "19:30")).affected())
                .extracting(Affected::time)
                .containsExactly(Duration.ofHours(1));
    }

    @Test
    void whatIsToldTwiceOrOutOfOrderCountsOnce() {
        var told = new ArrayList<>(List.of(
                began("a", "18:10"),
                ended("a", "18:20"),
                began("b", "18:30"),
                new Happening(Kind.PROGRESS, "ply_b", "", at("18:40")),
                new Happening(Kind.PROGRESS, "ply_b", "", at("18:50"))));
        told.addAll(List.copyOf(told));
        Collections.reverse(told);

        var plan = CompensationRules.plan(FEAST, at("19:00"), at("20:00"), told, RATE);

        assertThat(plan.affected()).containsExactly(new Affected("ply_b", Duration.ofHours(1), 2, 100));
    }

    @Test
    void ofARecurringEventEachOccurrenceInTheIncidentIsMissed() {
        var hourly = Given.again(Given.calendar("2027-03-01T18:00", "PT10M", new Clocks.Utc()), "FREQ=HOURLY");

        assertThat(CompensationRules.missed(hourly, at("18:05"), at("20:05")))
                .extracting(Reach::from, Reach::until)
                .containsExactly(
                        tuple(at("18:05"), at("18:10")),
                        tuple(at("19:00"), at("19:10")),
                        tuple(at("20:00"), at("20:05")));
    }

    @Test
    void whatIsMissedIsMissedHoweverManyOccurrencesAreInReview() {
        var once = Given.with(Given.calendar("2026-12-01T18:00", "PT10M", new Clocks.Utc()), "PT0S", "PT0S", "P60D");
        var hourly = Given.again(once, "FREQ=HOURLY");

        assertThat(CompensationRules.missed(hourly, at("18:05"), at("18:30")))
                .extracting(Reach::from, Reach::until)
                .containsExactly(tuple(at("18:05"), at("18:10")));
    }

    private static CompensationPlan plan(String from, String until, Happening... happenings) {
        return CompensationRules.plan(FEAST, at(from), at(until), List.of(happenings), RATE);
    }

    private static Happening began(String who, String at) {
        return new Happening(Kind.BEGAN, "ply_" + who, "ses_" + who, at(at));
    }

    private static Happening ended(String who, String at) {
        return new Happening(Kind.ENDED, "ply_" + who, "ses_" + who, at(at));
    }

    private static Instant at(String time) {
        return Instant.parse("2027-03-01T" + time + ":00Z");
    }
}
