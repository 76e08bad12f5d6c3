package com.lifeverse.liveops.flip;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.calendar.Phase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which flips there are in a span: pure, so that whoever looks late finds what whoever looks in time does. */
public final class FlipRules {
    /** Whose clocks are first at every moment. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    /** Whose clocks are last. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private static final Comparator<Flip> IN_ORDER =
            Comparator.comparing(Flip::at).thenComparing(Flip::occurrence).thenComparing(Flip::phase);

    private FlipRules() {}

    /** Those after {@code since} and not after {@code until}, in order. */
    public static List<Flip> due(EventCalendar calendar, Instant since, Instant until) {
        return occurrences(calendar, since, until)
                .flatMap(occurrence -> flips(calendar, occurrence).stream())
                .filter(flip -> flip.at().isAfter(since) && !flip.at().isAfter(until))
                .sorted(IN_ORDER)
                .toList();
    }

    /** The last one of each occurrence that is under way at {@code at}: what an event is in that is brought to players then. */
    public static List<Flip> standing(EventCalendar calendar, Instant at) {
        return occurrences(calendar, at, at)
                .flatMap(occurrence ->
                        flips(calendar, occurrence).stream()
                                .filter(flip -> !flip.at().isAfter(at))
                                .max(IN_ORDER)
                                .stream())
                .toList();
    }

    /**
     * The conclusion of each occurrence that was under way by {@code before} until players had that no more, would be still at {@code at},
     * and is over then by what follows.
     */
    public static List<Flip> ended(EventCalendar before, Instant until, EventCalendar after, Instant at) {
        return occurrences(before, at, until)
                .map(Occurrence::name)
                .filter(after::happensAt)
                .map(name -> new Flip(
                        name, Phase.CONCLUDED, after.occurrence(name, LAST).over()))
                .filter(flip -> !flip.at().isAfter(at))
                .toList();
    }

    /** Those to come, in order, {@code most} of them. */
    public static List<Flip> upcoming(EventCalendar calendar, Instant now, int most) {
        var next = List.<Flip>of();
        for (var all = calendar.occurrences(now, LAST).iterator(); all.hasNext(); ) {
            var last = all.next();
            var announced = calendar.occurrence(last.name(), FIRST).announced();
            // What is in review is over later than others begin.
            if (next.size() == most && next.getLast().at().isBefore(announced)) {
                break;
            }
            next = Stream.concat(
                            next.stream(),
                            flips(calendar, last).stream()
                                    .filter(flip -> flip.at().isAfter(now)))
                    .sorted(IN_ORDER)
                    .limit(most)
                    .toList();
        }
        return next;
    }

    private static Stream<Occurrence> occurrences(EventCalendar calendar, Instant since, Instant until) {
        return calendar.occurrences(since, LAST)
                .takeWhile(last ->
                        !calendar.occurrence(last.name(), FIRST).announced().isAfter(until));
    }

    /** Of each phase that lasts any time one: for a player's own clocks do not change how long it is. */
    private static List<Flip> flips(EventCalendar calendar, Occurrence last) {
        var first = calendar.occurrence(last.name(), FIRST);
        var flips = new ArrayList<Flip>();
        if (first.announced().isBefore(first.starts())) {
            flips.add(new Flip(last.name(), Phase.PREVIEW, first.announced()));
        }
        if (first.starts().isBefore(first.endingSoon())) {
            flips.add(new Flip(last.name(), Phase.ACTIVE, first.starts()));
        }
        if (first.endingSoon().isBefore(first.ends())) {
            flips.add(new Flip(last.name(), Phase.ENDING_SOON, first.endingSoon()));
        }
        if (last.ends().isBefore(last.over())) {
            flips.add(new Flip(last.name(), Phase.REVIEW, last.ends()));
        }
        flips.add(new Flip(last.name(), Phase.CONCLUDED, last.over()));
        return flips;
    }
}
