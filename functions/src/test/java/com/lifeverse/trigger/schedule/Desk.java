package com.lifeverse.trigger.schedule;

import com.lifeverse.platform.calendar.TimeExpression;
import com.lifeverse.trigger.schedule.ScheduleKeeper.InForce;
import com.lifeverse.trigger.schedule.ScheduleKeeper.Said;
import com.lifeverse.trigger.spec.About;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schedule on a ledger in memory, and time that moves when told to. */
final class Desk {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final SchedulePolicy POLICY = new SchedulePolicy(
            20, 3, 3, Duration.ofMinutes(15), Duration.ofDays(31), Duration.ofDays(31), 100, Duration.ofDays(400));

    final Cuts cuts = new Cuts();
    final RememberedLedger ledger = new RememberedLedger(cuts);
    final RememberedRuns runs = new RememberedRuns(cuts);
    final Map<String, Schedule> said = new HashMap<>();
    final ScheduleKeeper keeper = new ScheduleKeeper(
            ledger, runs, new ScheduleRules(POLICY), document -> Optional.ofNullable(said.get(document)));
    final ScheduleDesk desk = new ScheduleDesk(keeper);
    Schedule schedule;
    Instant since = NOON;
    final List<Said> past = new ArrayList<>();

    Desk(Schedule schedule) {
        this.schedule = schedule;
    }

    static Schedule event(String times) {
        return schedule(
                times,
                ZoneOffset.UTC,
                Overlap.SKIP,
                new Start.Event("occasion.changed.v1", Map.of("occasion", "week")));
    }

    static Schedule workflow(String times, Overlap overlap) {
        return schedule(times, ZoneOffset.UTC, overlap, new Start.Workflow("occasion", Map.of("seconds", 60)));
    }

    static Schedule schedule(String times, ZoneId zone, Overlap overlap, Start start) {
        return new Schedule(
                "hourly",
                new About(
                        "Something each hour.",
                        List.of("seasonal"),
                        "liveops",
                        "runbooks/schedules.md",
                        "Nothing is shown."),
                new Times(
                        List.of(TimeExpression.parse(times, zone)),
                        zone,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                Duration.ZERO,
                overlap,
                Duration.ofDays(1),
                start);
    }

    /** As {@link #event}, with runs that begin later than at their times, and what people read of it. */
    static Schedule later(String times, Duration jitter, String description) {
        var plain = event(times);
        var about = plain.about();
        return new Schedule(
                plain.id(),
                new About(description, about.labels(), about.owner(), about.runbook(), about.accessibility()),
                plain.times(),
                jitter,
                plain.overlap(),
                plain.catchUp(),
                plain.start());
    }

    InForce inForce() {
        said.put(schedule.toString(), schedule);
        return new InForce(schedule, schedule.toString(), since, past);
    }

    /** Somebody publishes the schedule anew, as it is from now on. */
    void publish(Schedule edited, Instant at) {
        past.add(new Said(inForce().document(), since));
        schedule = edited;
        since = at;
    }

    /** What people are told comes next. */
    List<Instant> upcoming(Instant now, int most) {
        return keeper.upcoming(inForce(), ledger.state(schedule.id()), now, most);
    }

    /** Somebody looks, so long after noon. */
    ScheduleState look(Duration afterNoon) {
        runs.now = NOON.plus(afterNoon);
        return keeper.keep(inForce(), runs.now).state();
    }

    /** The times whose event was told, each as often as it was. */
    List<String> told() {
        return ledger.told.stream()
                .map(entry -> entry.run().intendedAt().toString().substring(11, 16))
                .toList();
    }

    /** The times whose workflow began, in that order. */
    List<String> began() {
        return runs.times().stream()
                .map(time -> time.toString().substring(11, 16))
                .toList();
    }

    Outcome outcome(String time) {
        return ledger.lines.values().stream()
                .filter(line ->
                        line.run().intendedAt().toString().substring(11, 16).equals(time))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
