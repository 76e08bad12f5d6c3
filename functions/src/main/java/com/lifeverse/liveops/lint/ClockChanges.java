package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.plan.Reach;
import com.lifeverse.liveops.plan.WorldClock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an event meets a change of clocks. */
final class ClockChanges {
    private ClockChanges() {}

    static List<Finding> findings(EventCalendar calendar, List<Occurrence> coming) {
        return switch (calendar.clocks()) {
            case Clocks.Utc _ -> List.of();
            case Clocks.Zone(var zone) -> inZone(calendar, coming, zone);
            case Clocks.PlayerLocal _ -> byPlayers(coming);
        };
    }

    private static List<Finding> inZone(EventCalendar calendar, List<Occurrence> coming, ZoneId zone) {
        var findings = new ArrayList<Finding>();
        coming.stream()
                .flatMap(occurrence -> start(occurrence.name(), zone).stream())
                .findFirst()
                .ifPresent(findings::add);
        coming.stream()
                .filter(occurrence -> changes(occurrence, zone))
                .findFirst()
                .ifPresent(occurrence -> findings.add(inside(calendar, occurrence, zone)));
        for (int at = 1; at < coming.size(); at++) {
            var before = coming.get(at - 1);
            var after = coming.get(at);
            if (!offset(before, zone).equals(offset(after, zone))) {
                findings.add(Finding.note(
                        "utc-shift",
                        "/when/time",
                        "by UTC it begins at %s until %s, and from %s on at %s"
                                .formatted(
                                        timeOf(before),
                                        before.name().toLocalDate(),
                                        after.name().toLocalDate(),
                                        timeOf(after))));
                return findings;
            }
        }
        return findings;
    }

    private static Optional<Finding> start(LocalDateTime name, ZoneId zone) {
        var transition = zone.getRules().getTransition(name);
        if (transition == null) {
            return Optional.empty();
        }
        return Optional.of(
                transition.isGap()
                        ? Finding.warning(
                                "start-in-gap",
                                "/when/start",
                                "%s never comes in %s, where clocks are put forward over it: it begins at %s"
                                        .formatted(name, zone, name.plus(transition.getDuration())))
                        : Finding.warning(
                                "start-comes-twice",
                                "/when/start",
                                "%s comes twice in %s, where clocks are put back: it begins the first time"
                                        .formatted(name, zone)));
    }

    private static Finding inside(EventCalendar calendar, Occurrence occurrence, ZoneId zone) {
        var lasts = Duration.between(occurrence.starts(), occurrence.ends());
        return Finding.note(
                "clocks-change-inside",
                "/when/duration",
                "clocks change in %s while %s runs: %s are %d hours that time"
                        .formatted(zone, occurrence.name(), calendar.length(), lasts.toHours()));
    }

    private static List<Finding> byPlayers(List<Occurrence> coming) {
        var findings = new ArrayList<Finding>();
        for (var occurrence : coming) {
            var skipped = WorldClock.ZONES.stream()
                    .filter(zone ->
                            zone.getRules().getValidOffsets(occurrence.name()).isEmpty())
                    .toList();
            if (!skipped.isEmpty()) {
                findings.add(Finding.warning(
                        "start-in-gap",
                        "/when/start",
                        "%s never comes in %s, where clocks are put forward over it"
                                .formatted(occurrence.name(), skipped)));
                return findings;
            }
        }
        for (var occurrence : coming) {
            var changing = WorldClock.ZONES.stream()
                    .filter(zone -> changesThere(occurrence, zone))
                    .toList();
            if (!changing.isEmpty()) {
                findings.add(Finding.note(
                        "clocks-change-inside",
                        "/when/time",
                        "clocks change in %s while %s runs: it ends by the new ones"
                                .formatted(changing, occurrence.name())));
                return findings;
            }
        }
        return findings;
    }

    private static boolean changes(Occurrence occurrence, ZoneId zone) {
        var rules = zone.getRules();
        return !rules.getOffset(occurrence.starts()).equals(rules.getOffset(occurrence.ends()));
    }

    /** As players there have it, whose clocks show what those at {@link Reach#LAST} see later. */
    private static boolean changesThere(Occurrence occurrence, ZoneId zone) {
        var rules = zone.getRules();
        var end = LocalDateTime.ofInstant(occurrence.ends(), Reach.LAST);
        return !rules.getOffset(occurrence.name()).equals(rules.getOffset(end));
    }

    private static ZoneOffset offset(Occurrence occurrence, ZoneId zone) {
        return zone.getRules().getOffset(occurrence.starts());
    }

    private static String timeOf(Occurrence occurrence) {
        return occurrence.starts().toString().substring(11, 16);
    }
}
