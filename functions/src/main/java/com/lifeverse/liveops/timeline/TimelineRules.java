package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.flag.Flags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compiles what players have into what they may know, and when: one sheet from now on, and one from each moment on at which something is
 * announced, until the timeline expires. Who reads a sheet before its moment would know too early, so nobody is given it.
 */
public final class TimelineRules {
    private static final String EVENTS = "events";

    private TimelineRules() {}

    /** As the other, where no flags are declared. */
    public static List<Sheet> sheets(
            Catalogue catalogue, Place place, long version, Instant now, LiveopsPolicy policy) {
        return sheets(catalogue, place, version, now, policy, Flags.NONE);
    }

    /** The sheets of one place, in order, the first from {@code now} on. */
    public static List<Sheet> sheets(
            Catalogue catalogue, Place place, long version, Instant now, LiveopsPolicy policy, Flags flags) {
        var expires = now.plus(policy.life());
        var entries = entries(catalogue, place, now, expires, policy);
        var moments = new TreeSet<Instant>(List.of(now));
        entries.forEach(entry -> entry.announced().forEach(showing -> {
            if (showing.from().isAfter(now)) {
                moments.add(showing.from());
            }
        }));
        entries.forEach(entry -> Stream.concat(entry.ramping().stream(), entry.turns().stream())
                .filter(moment -> moment.isAfter(now) && moment.isBefore(expires))
                .forEach(moments::add));
        var sheets = sheets(entries, moments, place, version, expires, policy, flags);
        if (sheets.stream().allMatch(sheet -> sheet.leftOut().isEmpty())) {
            return sheets;
        }
        // What had no room has some as soon as something else is over.
        entries.forEach(entry -> entry.announced().stream()
                .map(Entry.Showing::until)
                .filter(moment -> moment.isAfter(now) && moment.isBefore(expires))
                .forEach(moments::add));
        return sheets(entries, moments, place, version, expires, policy, flags);
    }

    private static List<Sheet> sheets(
            List<Entry> entries,
            Collection<Instant> moments,
            Place place,
            long version,
            Instant expires,
            LiveopsPolicy policy,
            Flags flags) {
        return moments.stream()
                .map(from -> sheet(entries, place, version, from, expires, policy, flags))
                .toList();
    }

    /** True if a timeline must be made anew, though nothing is changed: half of its life is over. */
    public static boolean isStale(Instant expires, Instant now, LiveopsPolicy policy) {
        return !now.plus(policy.life().dividedBy(2)).isBefore(expires);
    }

    /** A catalogue without what cannot be reckoned, which would otherwise keep all others, and every kill switch, from players. */
    public static Catalogue reckonable(Catalogue catalogue, Instant now, LiveopsPolicy policy, EachEvent each) {
        return each.able(catalogue, published -> {
            var event = published.revision().event();
            var showings = Entry.showings(event, now, now.plus(policy.life()), policy.occurrences());
            new Entry(published, event.audience(), showings).ramping();
        });
    }

    private static List<Entry> entries(
            Catalogue catalogue, Place place, Instant now, Instant expires, LiveopsPolicy policy) {
        var entries = new ArrayList<Entry>();
        for (var published : catalogue.published()) {
            var event = published.revision().event();
            var showings = Entry.showings(event, now, expires, policy.occurrences());
            LocalAudience.of(event.audience(), place)
                    .filter(_ -> !showings.isEmpty())
                    .ifPresent(audience -> entries.add(new Entry(published, audience, showings)));
        }
        return entries;
    }

    /**
     * An event of a sheet.
     *
     * @param begins when the first of what is shown of it does
     */
    private record Line(String event, boolean killed, Instant begins, Map<String, Object> json) {}

    private static Sheet sheet(
            List<Entry> entries,
            Place place,
            long version,
            Instant from,
            Instant expires,
            LiveopsPolicy policy,
            Flags flags) {
        var lines = new ArrayList<Line>();
        for (var entry : entries) {
            var shown = entry.shown(from, policy.occurrences());
            if (!shown.isEmpty()) {
                boolean killed = entry.published().killedIn().contains(place.region());
                entry.ramped(from, place)
                        .ifPresent(percent -> lines.add(new Line(
                                entry.published().id(),
                                killed,
                                shown.getFirst().starts(),
                                entry.json(shown, place, percent))));
            }
        }
        var body = frame(place, version, from, expires, policy, flags);
        var leftOut = leftOut(lines, policy.largestBytes() - JsonBytes.of(body));
        body.put(
                EVENTS,
                lines.stream()
                        .filter(line -> !leftOut.contains(line.event()))
                        .map(Line::json)
                        .toList());
        return new Sheet(from, body, leftOut);
    }

    /** What begins last has no room, in whatever order it came; what is switched off always has. */
    private static List<String> leftOut(List<Line> lines, long room) {
        long taken = lines.stream().mapToLong(line -> size(line.json())).sum();
        if (taken <= room) {
            return List.of();
        }
        var last = lines.stream()
                .sorted(Comparator.comparing(Line::killed)
                        .thenComparing(Line::begins, Comparator.reverseOrder())
                        .thenComparing(Line::event, Comparator.reverseOrder()))
                .iterator();
        var leftOut = new ArrayList<String>();
        while (taken > room && last.hasNext()) {
            var line = last.next();
            leftOut.add(line.event());
            taken -= size(line.json());
        }
        return leftOut;
    }

    /** Of an entry in a list, with what separates it from the next. */
    static long size(Map<String, Object> entry) {
        return JsonBytes.of(entry) + 1;
    }

    /** A sheet of no events. */
    static Map<String, Object> frame(
            Place place, long version, Instant from, Instant expires, LiveopsPolicy policy, Flags flags) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", version);
        body.put("platform", place.platform());
        body.put("region", place.region());
        body.put("validFrom", from.toString());
        body.put("expires", expires.toString());
        body.put("pollSeconds", policy.poll().toSeconds());
        if (!flags.all().isEmpty()) {
            var local = new LocalFlags(flags, place);
            body.put("flags", local.values());
            if (!local.variants().isEmpty()) {
                body.put("variants", local.variants());
            }
        }
        body.put(EVENTS, List.of());
        return body;
    }
}
