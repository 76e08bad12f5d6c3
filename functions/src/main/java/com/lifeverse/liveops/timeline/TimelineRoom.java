package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Room;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.Finding.Severity;
import com.lifeverse.liveops.timeline.Entry.Showing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether the timelines have room for an event, at each moment of the next hundred days at which something is announced. Whether it is
 * switched off or on and how far its ramp is matters little, so the larger counts; what is announced later is seen to when it is made.
 */
public record TimelineRoom(LiveopsPolicy policy, Flags flags) implements Room {
    private static final Duration AHEAD = Duration.ofDays(100);
    /** From there on it counts as shown all the time: who comes so often nearly is. */
    private static final int MOST = 500;

    /** When something is shown; without a gap. */
    private record Span(Instant from, Instant until) {}

    /**
     * What an event takes of timelines, and when.
     *
     * @param shown as many occurrences as there ever are at once, for one takes as much as another
     */
    private record Claim(Published published, List<Showing> shown, List<Span> spans) {}

    /** The largest that a timeline becomes. */
    private record Peak(Place place, long bytes, Instant at) {}

    @Override
    public List<Finding> findings(Catalogue catalogue, Published wanted, Instant now) {
        var others = catalogue.published().stream()
                .filter(each -> !each.id().equals(wanted.id()))
                .map(each -> claim(each, now))
                .toList();
        var had = catalogue.published().stream()
                .filter(each -> each.id().equals(wanted.id()))
                .map(each -> claim(each, now));
        var before = Stream.concat(others.stream(), had).toList();
        var after =
                Stream.concat(others.stream(), Stream.of(claim(wanted, now))).toList();
        return Place.all().stream()
                .map(place -> peak(after, place, now))
                .filter(peak -> peak.bytes() > policy.largestBytes())
                // What has no room already is no reason against what takes none.
                .filter(peak -> peak.bytes() > peak(before, peak.place(), now).bytes())
                .max(Comparator.comparingLong(Peak::bytes))
                .map(this::finding)
                .stream()
                .toList();
    }

    private Finding finding(Peak peak) {
        return new Finding(
                Severity.ERROR,
                "timeline-too-large",
                "/event",
                "with it the timeline of %s in %s would have %d bytes from %s on, and may have %d: make it smaller, or withdraw another first"
                        .formatted(
                                peak.place().platform(),
                                peak.place().region(),
                                peak.bytes(),
                                peak.at(),
                                policy.largestBytes()));
    }

    private Claim claim(Published published, Instant now) {
        var end = now.plus(AHEAD);
        var spans = new ArrayList<Span>();
        var showings = Entry.showings(published.revision().event(), now, end, policy.occurrences(), MOST);
        for (var showing : showings) {
            if (spans.isEmpty() || spans.getLast().until().isBefore(showing.from())) {
                spans.add(new Span(showing.from(), showing.until()));
            } else {
                spans.add(new Span(spans.removeLast().from(), showing.until()));
            }
        }
        if (showings.size() >= MOST) {
            spans.add(new Span(spans.removeLast().from(), end));
        }
        int largest = Choice.largest(showings, policy.occurrences());
        return new Claim(published, showings.stream().limit(largest).toList(), spans);
    }

    private Peak peak(List<Claim> claims, Place place, Instant now) {
        var changes = new TreeMap<Instant, Long>();
        for (var claim : claims) {
            long size = size(claim, place);
            if (size > 0) {
                claim.spans().forEach(span -> {
                    changes.merge(span.from().isBefore(now) ? now : span.from(), size, Long::sum);
                    changes.merge(span.until(), -size, Long::sum);
                });
            }
        }
        // As long as version and moments ever are.
        var moment = now.truncatedTo(ChronoUnit.SECONDS).plusMillis(1);
        var frame = TimelineRules.frame(place, Integer.MAX_VALUE, moment, moment.plus(policy.life()), policy, flags);
        long bytes = JsonBytes.of(frame);
        var peak = new Peak(place, bytes, now);
        for (Map.Entry<Instant, Long> change : changes.entrySet()) {
            bytes += change.getValue();
            if (bytes > peak.bytes()) {
                peak = new Peak(place, bytes, change.getKey());
            }
        }
        return peak;
    }

    /** On or off, whichever is larger; nothing if it is for nobody there. */
    private long size(Claim claim, Place place) {
        var event = claim.published().revision().event();
        var shown = claim.shown();
        if (shown.isEmpty()) {
            return 0;
        }
        return LocalAudience.of(event.audience(), place)
                .map(audience -> Stream.of(List.<String>of(), List.of(place.region()))
                        .map(killedIn -> new Published(
                                claim.published().revision(),
                                claim.published().since(),
                                new TreeSet<>(killedIn),
                                Optional.empty()))
                        .map(published -> new Entry(published, audience, shown))
                        .mapToLong(entry -> TimelineRules.size(entry.json(
                                shown,
                                place,
                                Math.min(
                                        audience.percent(),
                                        event.ramp().map(_ -> 99).orElse(100)))))
                        .max()
                        .orElse(0))
                .orElse(0L);
    }
}
