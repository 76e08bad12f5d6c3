package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Meetings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an event must keep because of the others. */
public final class CatalogueLint {
    private CatalogueLint() {}

    /** What is wrong with {@code event} beside those others; an older revision of the same event is none of them. */
    public static List<Finding> findings(LiveEvent event, Collection<LiveEvent> all, Instant now) {
        var others =
                all.stream().filter(other -> !other.id().equals(event.id())).toList();
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < event.requires().size(); at++) {
            var required = event.requires().get(at);
            if (others.stream().noneMatch(other -> other.id().equals(required))) {
                findings.add(Finding.error("dependency-missing", "/requires/" + at, "there is no event " + required));
            }
        }
        var meetings = new Meetings(event.calendar(), now);
        others.forEach(other -> conflicts(event, other, meetings, findings));
        return findings;
    }

    /** What it sets, be it for some of its players only, or where it is switched off, which anybody may do at any moment. */
    private static Set<String> set(LiveEvent event) {
        var set = new TreeSet<>(event.overrides().keySet());
        set.addAll(event.fallback().keySet());
        event.experiment()
                .ifPresent(experiment -> experiment
                        .variants()
                        .forEach(variant -> set.addAll(variant.overrides().keySet())));
        return set;
    }

    /** Two events on one key, for one player at one moment, would leave it to chance which of them holds. */
    private static void conflicts(LiveEvent event, LiveEvent other, Meetings meetings, List<Finding> findings) {
        var shared = set(event);
        shared.retainAll(set(other));
        if (shared.isEmpty() || !event.audience().canMeet(other.audience())) {
            return;
        }
        meetings.first(other.calendar())
                .ifPresent(meeting -> shared.forEach(key -> findings.add(Finding.error(
                        "key-conflict",
                        pointer(event, key),
                        "is set by %s as well, and %s of this meets %s of that"
                                .formatted(
                                        other.id(),
                                        meeting.one().name(),
                                        meeting.other().name())))));
    }

    private static String pointer(LiveEvent event, String key) {
        boolean fallback =
                event.fallback().containsKey(key) && !event.overrides().containsKey(key);
        return (fallback ? "/fallback/overrides/" : "/overrides/")
                + key.replace("~", "~0").replace("/", "~1");
    }
}
