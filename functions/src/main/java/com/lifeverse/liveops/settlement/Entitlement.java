package com.lifeverse.liveops.settlement;

import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definition.Had;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.LogEntry;
import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.desk.Revision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which revision an occurrence is settled: the last that players had, or have, with that occurrence. A read for the event and one for
 * each revision looked at; where it is none of the fifty that they had last, a read unit for each 4 KB of the log.
 */
public record Entitlement(Definitions definitions) {
    private static final int PAGE = 100;
    private static final int PAGES = 10;
    private static final int REVISIONS = 50;

    /** Empty if players never had such an occurrence, of the fifty revisions that they had last and fifty more within the last thousand changes. */
    public Optional<Revision> of(String id, LocalDateTime occurrence) {
        var known = definitions.find(id);
        var seen = known.map(Entitlement::newest).orElseGet(List::of);
        var newest = first(id, seen, occurrence);
        if (newest.isPresent() || known.isEmpty()) {
            return newest;
        }
        var others = earlier(id);
        seen.forEach(others::remove);
        return first(id, others, occurrence);
    }

    private static List<Integer> newest(Definition known) {
        return known.had(Instant.EPOCH).stream().map(Had::revision).toList();
    }

    /** All that were brought to players, the last first. */
    private Set<Integer> earlier(String id) {
        var revisions = new LinkedHashSet<Integer>();
        Optional<Long> before = Optional.empty();
        for (int pages = 0; pages < PAGES; pages++) {
            var page = definitions.log(id, PAGE, before);
            page.entries().stream()
                    .filter(entry -> entry.action() == Action.PUBLISHED)
                    .map(LogEntry::revision)
                    .forEach(revisions::add);
            before = page.next();
            if (before.isEmpty()) {
                break;
            }
        }
        return revisions;
    }

    private Optional<Revision> first(String id, Iterable<Integer> numbers, LocalDateTime occurrence) {
        int looked = 0;
        for (int number : numbers) {
            var revision = definitions
                    .revision(id, number)
                    .filter(each -> each.event().calendar().happensAt(occurrence));
            if (revision.isPresent() || ++looked == REVISIONS) {
                return revision;
            }
        }
        return Optional.empty();
    }
}
