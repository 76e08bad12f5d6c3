package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Reach;
import com.lifeverse.liveops.ramp.RampRules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One event of a timeline. Its occurrences are five numbers each, seconds since 1970: preview, active, ending soon, review, concluded
 * begin. For an event by players' clocks they are seconds of those clocks: a client adds its offset from UTC to its time before it
 * compares, and that is all the calendar it needs.
 *
 * @param announced the moment at which anybody may know of an occurrence, to the occurrence; in order
 */
record Entry(Published published, Audience audience, List<Showing> announced) {
    /**
     * An occurrence, and when it may be shown.
     *
     * @param from when it is announced to whom it is announced first
     * @param starts when it starts for whom it starts first
     * @param ends when it ends for whom it ends last
     * @param until when it is over for whom it is over last
     */
    record Showing(Instant from, Instant starts, Instant ends, Instant until, Occurrence occurrence) {}

    /** The showings that are not over by {@code now} and begin before {@code end}; of those in review by {@code now} so many, the last. */
    static List<Showing> showings(LiveEvent event, Instant now, Instant end, int reviews) {
        return showings(event, now, end, reviews, Integer.MAX_VALUE);
    }

    /** The same, with so many at most that are not in review by {@code now}. */
    static List<Showing> showings(LiveEvent event, Instant now, Instant end, int reviews, int most) {
        var past = new ArrayDeque<Showing>();
        var ahead = new ArrayList<Showing>();
        for (var all = showings(event, now).iterator(); all.hasNext() && ahead.size() < most; ) {
            var showing = all.next();
            if (!showing.from().isBefore(end)) {
                break;
            }
            if (now.isBefore(showing.ends())) {
                ahead.add(showing);
            } else {
                past.add(showing);
                if (past.size() > reviews) {
                    past.removeFirst();
                }
            }
        }
        return Stream.concat(past.stream(), ahead.stream()).toList();
    }

    private static Stream<Showing> showings(LiveEvent event, Instant now) {
        var calendar = event.calendar();
        // Those at UTC-12 have it last, those at UTC+14 first.
        return calendar.occurrences(now, Reach.LAST).map(last -> {
            var first = calendar.occurrence(last.name(), Reach.FIRST);
            var shown = calendar.occurrence(last.name(), ZoneOffset.UTC);
            return new Showing(first.announced(), first.starts(), last.ends(), last.over(), shown);
        });
    }

    /** What may be known at that moment, as {@link Choice} has it; nothing if no occurrence may. */
    List<Showing> shown(Instant at, int most) {
        var past = new ArrayList<Showing>();
        var running = new ArrayList<Showing>();
        var ahead = new ArrayList<Showing>();
        for (var showing : announced) {
            if (!at.isBefore(showing.from()) && at.isBefore(showing.until())) {
                (at.isBefore(showing.starts()) ? ahead : at.isBefore(showing.ends()) ? running : past).add(showing);
            }
        }
        var choice = Choice.of(past.size(), running.size(), ahead.size(), most);
        return Stream.of(
                        past.subList(past.size() - choice.past(), past.size()),
                        running,
                        ahead.subList(0, choice.ahead()))
                .flatMap(List::stream)
                .toList();
    }

    /** When one starts before which the next is announced already: that may come to be shown only then. */
    List<Instant> turns() {
        return IntStream.range(1, announced.size())
                .filter(next -> announced
                        .get(next)
                        .from()
                        .isBefore(announced.get(next - 1).starts()))
                .mapToObj(next -> announced.get(next - 1).starts())
                .toList();
    }

    /** When it comes to more players, or to fewer as another occurrence begins. */
    List<Instant> ramping() {
        return published.revision().event().ramp().stream()
                .flatMap(ramp -> announced.stream()
                        .flatMap(showing -> Stream.concat(
                                Stream.of(showing.starts()),
                                RampRules.moments(ramp, showing.starts(), published.ramp()).stream())))
                .toList();
    }

    /** How many of a hundred have it there at that moment; empty if it is for nobody there. */
    Optional<Integer> ramped(Instant at, Place place) {
        var ramp = published.revision().event().ramp();
        if (ramp.isEmpty()) {
            return Optional.of(audience.percent());
        }
        // The one that has begun last; before any has, they are all at the first step.
        var starts = announced.stream()
                .map(Showing::starts)
                .filter(start -> !start.isAfter(at))
                .max(Comparator.naturalOrder())
                .orElse(at);
        return RampRules.at(ramp.get(), RampRules.step(ramp.get(), starts, at, published.ramp()))
                .filter(step -> step.isIn(place.region()))
                .map(step -> Math.min(audience.percent(), step.percent()));
    }

    Map<String, Object> json(List<Showing> shown, Place place, int percent) {
        var event = published.revision().event();
        boolean killed = published.killedIn().contains(place.region());
        var json = new LinkedHashMap<String, Object>();
        json.put("event", event.id());
        json.put("type", event.about().type());
        json.put("title", event.about().title());
        if (event.calendar().clocks() instanceof Clocks.PlayerLocal) {
            json.put("local", true);
        }
        json.put(
                "times",
                shown.stream().map(showing -> numbers(showing.occurrence())).toList());
        put(json, "include", audience.include());
        put(json, "exclude", audience.exclude());
        if (percent < 100) {
            json.put("percent", percent);
        }
        event.clients().from().ifPresent(version -> json.put("from", version));
        event.clients().below().ifPresent(version -> json.put("below", version));
        if (killed) {
            json.put("killed", true);
        }
        put(json, "flags", killed ? event.fallback() : event.overrides());
        if (!killed) {
            put(json, "content", event.content());
            event.experiment().ifPresent(experiment -> json.put("experiment", json(experiment)));
        }
        return json;
    }

    /** Shares are dealt out in this order, after those of the holdout. */
    private static Map<String, Object> json(Experiment experiment) {
        var variants = new ArrayList<Map<String, Object>>();
        for (var variant : experiment.variants()) {
            var json = new LinkedHashMap<String, Object>();
            json.put("name", variant.name());
            json.put("percent", variant.percent());
            put(json, "flags", variant.overrides());
            variants.add(json);
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("id", experiment.id());
        json.put("holdout", experiment.holdout());
        json.put("lock", experiment.lock());
        json.put("variants", variants);
        return json;
    }

    private static List<Long> numbers(Occurrence occurrence) {
        return List.of(
                occurrence.announced().getEpochSecond(),
                occurrence.starts().getEpochSecond(),
                occurrence.endingSoon().getEpochSecond(),
                occurrence.ends().getEpochSecond(),
                occurrence.over().getEpochSecond());
    }

    private static void put(Map<String, Object> json, String name, List<?> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }

    private static void put(Map<String, Object> json, String name, Map<String, Object> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }
}
