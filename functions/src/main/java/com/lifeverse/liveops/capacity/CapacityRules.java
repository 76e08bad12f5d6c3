package com.lifeverse.liveops.capacity;

import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What has to stand ready when. It follows from the calendar and the moment alone, so whoever looks late, twice, or after an event was
 * withdrawn finds what is right then.
 */
public final class CapacityRules {
    /** Of one event; whoever has one each hour needs no more to be seen. */
    private static final int MOST_OF_ONE = 1_000;

    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CapacityRules() {}

    /** All that is needed at some moment from {@code since} until {@code end}, in the order of its beginning. */
    public static List<Need> needs(Collection<LiveEvent> events, Instant since, Instant end, CapacityPolicy policy) {
        return events.stream()
                .filter(event -> event.peakFactor() > 1)
                .flatMap(event -> needs(event, since, end, policy))
                .sorted(Comparator.comparing(Need::from)
                        .thenComparing(Need::event)
                        .thenComparing(Need::occurrence))
                .toList();
    }

    /** The events of a catalogue for which all of this can be reckoned, as of {@code now}. */
    public static List<LiveEvent> reckonable(Catalogue catalogue, Instant now, CapacityPolicy policy, EachEvent each) {
        var since = now.minus(policy.rest());
        return each.able(
                        catalogue,
                        published -> needs(List.of(published.revision().event()), since, now.plusMillis(1), policy))
                .events();
    }

    /** What is asked for then. An event counts once, also if two of its occurrences are so close that both are needed. */
    public static Demand demand(List<Need> needs, Instant at) {
        var events = new TreeMap<String, Double>();
        needs.stream().filter(need -> need.holds(at)).forEach(need -> events.put(need.event(), need.factor()));
        return new Demand(events);
    }

    /**
     * The changes to come until {@code end}, in order; the first is one of {@code now} if something is to stand ready already. A moment at which
     * all targets stay as they are, because the next event follows closely or a target has the most that it may, is none.
     */
    public static List<CapacityStep> schedule(
            Collection<LiveEvent> events, Instant now, Instant end, CapacityPolicy policy) {
        var needs = needs(events, now, end, policy);
        var moments = Stream.concat(Stream.of(now), moments(needs))
                .filter(at -> !at.isBefore(now) && at.isBefore(end))
                .sorted()
                .distinct()
                .toList();
        var steps = new ArrayList<CapacityStep>();
        var before = Demand.USUAL;
        for (var at : moments) {
            var after = demand(needs, at);
            var changes = changes(before.targets(policy), after.targets(policy));
            if (!changes.isEmpty()) {
                steps.add(new CapacityStep(at, before, after, changes));
            }
            before = after;
        }
        return steps;
    }

    /**
     * The name of the run that sees to it now: that of the last change, or where that was a while ago, of the hour or so in which somebody looks
     * again. So there is one run for each of them; another once players have other events; and a run that was stopped is followed by one
     * that finishes its work.
     *
     * @param revision of what players have
     */
    public static String runName(Collection<LiveEvent> events, long revision, Instant now, CapacityPolicy policy) {
        var needs = needs(events, now.minus(policy.rest()), now.plusMillis(1), policy);
        var pace = demand(needs, now).isMore() ? policy.again() : policy.rest();
        var begin = Stream.concat(Stream.of(begin(now, pace)), moments(needs))
                .filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        return "capacity-%s-r%d".formatted(DIGITS.format(begin), revision);
    }

    private static Stream<Need> needs(LiveEvent event, Instant since, Instant end, CapacityPolicy policy) {
        var calendar = event.calendar();
        return calendar.occurrences(since.minus(policy.after()), Reach.LAST)
                .map(last -> new Need(
                        event.id(),
                        last.name(),
                        calendar.occurrence(last.name(), Reach.FIRST).starts().minus(policy.lead()),
                        last.ends().plus(policy.after()),
                        event.peakFactor()))
                .takeWhile(need -> need.from().isBefore(end))
                .filter(need -> need.until().isAfter(since))
                .limit(MOST_OF_ONE);
    }

    private static Stream<Instant> moments(List<Need> needs) {
        return needs.stream().flatMap(need -> Stream.of(need.from(), need.until()));
    }

    private static List<CapacityStep.Change> changes(List<Target> from, List<Target> to) {
        return IntStream.range(0, from.size())
                .filter(i -> !from.get(i).equals(to.get(i)))
                .mapToObj(i -> new CapacityStep.Change(from.get(i), to.get(i)))
                .toList();
    }

    private static Instant begin(Instant now, Duration pace) {
        long millis = now.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, pace.toMillis()));
    }
}
