package com.lifeverse.liveops.compensation;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.compensation.CompensationPlan.Affected;
import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who was affected by an incident: who had a session while the event ran and the incident was, be it that it was there when the incident
 * began or that it began meanwhile. From then on they missed the event until the incident was over, also if their session ended before: whoever
 * is thrown out by an incident has missed the rest of it. Whose session had ended before it began has missed nothing.
 */
public final class CompensationRules {
    /** So far back sessions are looked for that were there when it began; and progress, to judge by. */
    public static final Duration LOOKED_BACK = Duration.ofHours(24);

    /** Of an event that happens again and again, so many occurrences may fall into one incident. */
    private static final int OCCURRENCES = 1000;

    private CompensationRules() {}

    /** The stretches of an event within an incident; by players' own clocks from the first of them to the last. */
    public static List<Reach> missed(EventCalendar calendar, Instant from, Instant until) {
        return Reach.of(calendar, from, OCCURRENCES).stream()
                .filter(reach -> reach.from().isBefore(until) && from.isBefore(reach.until()))
                .map(reach -> new Reach(reach.name(), later(reach.from(), from), earlier(reach.until(), until)))
                .toList();
    }

    /**
     * Reckons it.
     *
     * @param happenings of {@link #LOOKED_BACK} before the incident and of the incident, in any order, each once or more often
     */
    public static CompensationPlan plan(
            EventCalendar calendar, Instant from, Instant until, Collection<Happening> happenings, Rate rate) {
        var missed = missed(calendar, from, until);
        var there = there(from, until, happenings);
        var progress = progress(from, happenings);
        var affected = new ArrayList<Affected>();
        there.forEach((playerId, since) -> {
            var time = missed.stream()
                    .map(reach -> Duration.between(later(reach.from(), since), reach.until()))
                    .filter(Duration::isPositive)
                    .reduce(Duration.ZERO, Duration::plus);
            if (time.isPositive()) {
                affected.add(new Affected(playerId, time, progress.getOrDefault(playerId, 0L), amount(time, rate)));
            }
        });
        return new CompensationPlan(missed, affected);
    }

    /** From when on each player was there in the incident. */
    private static Map<String, Instant> there(Instant from, Instant until, Collection<Happening> happenings) {
        var ordered = happenings.stream()
                .filter(each -> each.at().isBefore(until))
                .sorted(Comparator.comparing(Happening::at))
                .toList();
        var open = new HashMap<String, String>();
        var there = new TreeMap<String, Instant>();
        for (var each : ordered) {
            switch (each.kind()) {
                case BEGAN -> {
                    if (each.at().isBefore(from)) {
                        open.put(each.sessionId(), each.playerId());
                    } else {
                        there.merge(each.playerId(), each.at(), CompensationRules::earlier);
                    }
                }
                case ENDED -> {
                    if (each.at().isBefore(from)) {
                        open.remove(each.sessionId());
                    } else if (!open.containsKey(each.sessionId())) {
                        // It began longer ago than anybody has looked, or it has been counted from when it began.
                        there.putIfAbsent(each.playerId(), from);
                    }
                }
                case PROGRESS -> {
                    // Says how much they missed, not that they were there.
                }
            }
        }
        open.values().forEach(playerId -> there.put(playerId, from));
        return there;
    }

    private static Map<String, Long> progress(Instant from, Collection<Happening> happenings) {
        var counts = new HashMap<String, Long>();
        happenings.stream()
                .distinct()
                .filter(each -> each.kind() == Happening.Kind.PROGRESS)
                .filter(each -> each.at().isBefore(from) && !each.at().isBefore(from.minus(LOOKED_BACK)))
                .forEach(each -> counts.merge(each.playerId(), 1L, Long::sum));
        return counts;
    }

    /** By the second, rounded up; never nothing, and never more than the most. */
    private static int amount(Duration time, Rate rate) {
        long exact = Math.ceilDiv(time.toSeconds() * rate.perHour(), 3600L);
        return (int) Math.min(rate.most(), Math.max(1, exact));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
