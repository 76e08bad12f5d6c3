package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.lint.Tenure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What players had of an event, as its log says. */
public final class Tenures {
    /** So many are looked at, on so many pages of the log: more than anybody publishes while an occurrence runs. */
    private static final int MOST = 20;

    private static final int PAGES = 5;
    private static final int PAGE = 100;

    private Tenures() {}

    /** The last first, 20 at most of the last 500 entries; a read for each, and one for each page of the log. */
    public static List<Tenure> of(Definitions definitions, String event, Instant now) {
        var tenures = new ArrayList<Tenure>();
        var until = now;
        for (var entry : entries(definitions, event)) {
            if (tenures.size() < MOST && entry.action() == Action.PUBLISHED) {
                var end = until;
                definitions
                        .revision(event, entry.revision())
                        .ifPresent(revision -> tenures.add(new Tenure(revision.event(), end)));
            }
            if (entry.action() == Action.PUBLISHED || entry.action() == Action.WITHDRAWN) {
                until = entry.at();
            }
        }
        return tenures;
    }

    private static List<LogEntry> entries(Definitions definitions, String event) {
        var entries = new ArrayList<LogEntry>();
        Optional<Long> before = Optional.empty();
        for (int pages = 0; pages < PAGES; pages++) {
            var page = definitions.log(event, PAGE, before);
            entries.addAll(page.entries());
            if (page.next().isEmpty()) {
                break;
            }
            before = page.next();
        }
        return entries;
    }
}
