package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Reach;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is odd about the times of an event: those that never come, that hide each other, or that many players share. */
final class TimeLint {
    /** Of an event without end so many occurrences are looked at: more than a year of weeks. */
    private static final int LOOKED_AT = 60;

    private TimeLint() {}

    static List<Finding> findings(LiveEvent event, Instant now) {
        var calendar = event.calendar();
        var findings = new ArrayList<Finding>();
        var all = calendar.occurrences(Instant.EPOCH, ZoneOffset.UTC).limit(1).toList();
        if (all.isEmpty()) {
            findings.add(Finding.error("never", "/when", "it never happens"));
            return findings;
        }
        // By the clocks of whom it is over for last.
        var coming = calendar.occurrences(now, Reach.LAST).limit(LOOKED_AT).toList();
        if (coming.isEmpty()) {
            findings.add(Finding.warning("over", "/when", "all of it is over"));
        }
        repetition(calendar, findings);
        phases(calendar, findings);
        neighbours(coming, findings);
        herd(calendar, findings);
        findings.addAll(ClockChanges.findings(calendar, coming));
        return findings;
    }

    private static void repetition(EventCalendar calendar, List<Finding> findings) {
        calendar.recurrence().ifPresent(again -> {
            var bare = calendar.withoutExclusions();
            for (var excluded : again.excluded()) {
                if (!bare.happensAt(excluded)) {
                    findings.add(Finding.warning(
                            "excludes-nothing", "/when/repeat/except", excluded + " is no occurrence anyway"));
                }
            }
            if (!bare.happensAt(calendar.start())
                    && again.from().filter(calendar.start()::isBefore).isEmpty()) {
                findings.add(Finding.warning(
                        "start-is-none",
                        "/when/start",
                        "is no occurrence: the rule leaves it out, and only counts from it"));
            }
        });
    }

    private static void phases(EventCalendar calendar, List<Finding> findings) {
        var first =
                calendar.occurrences(Instant.EPOCH, ZoneOffset.UTC).findFirst().orElseThrow();
        if (first.starts().equals(first.endingSoon())
                && !calendar.stages().endingSoon().isNone()) {
            findings.add(Finding.warning(
                    "phase-unreachable", "/phases/endingSoon", "is as long as the event, which is never just active"));
        }
    }

    private static void neighbours(List<Occurrence> coming, List<Finding> findings) {
        for (int at = 1; at < coming.size(); at++) {
            var one = coming.get(at - 1);
            var next = coming.get(at);
            if (next.starts().isBefore(one.ends())) {
                findings.add(Finding.error(
                        "overlaps-itself",
                        "/when/duration",
                        "%s begins while %s still runs".formatted(next.name(), one.name())));
                return;
            }
            if (!next.announced().isAfter(one.ends()) && one.ends().isBefore(one.over())) {
                findings.add(Finding.warning(
                        "phase-unreachable",
                        "/phases/review",
                        "of %s is never seen: the preview of %s is there".formatted(one.name(), next.name())));
                return;
            }
        }
    }

    private static void herd(EventCalendar calendar, List<Finding> findings) {
        switch (calendar.clocks()) {
            case Clocks.PlayerLocal _ ->
                findings.add(Finding.note(
                        "span",
                        "/when/time",
                        "begins at UTC+14 26 hours earlier than at UTC-12: for so long some players are in it"
                                + " and others not"));
            case Clocks.Utc _, Clocks.Zone _ -> {
                if (calendar.start().toLocalTime().equals(LocalTime.MIDNIGHT)) {
                    findings.add(Finding.warning(
                            "midnight-herd",
                            "/when/start",
                            "at midnight everything else that is daily begins anew, too"));
                }
            }
        }
    }
}
