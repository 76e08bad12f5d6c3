package com.lifeverse.liveops.flip;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.LogEntry;
import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.desk.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What players had of an event, one after the other, as its log says. A read for each revision, and as much of the log as was written
 * since, back to the publication before; all of it for an event that nobody has looked at.
 */
public record Spells(Definitions definitions) {
    private static final int PAGE = 100;

    /** What is in the log of that time may have been written after the look. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    /**
     * Up to what they have: the earliest first, with one at least that began before {@code since}, if there is one.
     *
     * @param published what they have; what was published after it is left to the next look
     */
    public List<Spell> upTo(Published published, Instant since, Instant now) {
        var changes = new ArrayList<>(changes(published.id(), since));
        while (!changes.isEmpty() && !isOf(changes.getLast(), published)) {
            changes.removeLast();
        }
        if (changes.isEmpty()) {
            var revision = published.revision();
            return List.of(new Spell(revision.number(), revision.event().calendar(), published.since(), now));
        }
        return spells(published.id(), changes, now);
    }

    /** Up to when it was taken from them: the earliest first, with one at least that began before {@code since}, if there is one. */
    public List<Spell> upToWithdrawal(String event, Instant since, Instant now) {
        var changes = new ArrayList<>(changes(event, since));
        while (!changes.isEmpty() && changes.getLast().action() != Action.WITHDRAWN) {
            changes.removeLast();
        }
        return spells(event, changes, now);
    }

    private List<Spell> spells(String event, List<LogEntry> changes, Instant now) {
        Map<Integer, Optional<EventCalendar>> read = new HashMap<>();
        var spells = new ArrayList<Spell>();
        for (int at = 0; at < changes.size(); at++) {
            var change = changes.get(at);
            if (change.action() == Action.PUBLISHED) {
                var until = at + 1 < changes.size() ? changes.get(at + 1).at() : now;
                read.computeIfAbsent(change.revision(), number -> calendar(event, number))
                        .ifPresent(calendar -> spells.add(new Spell(change.revision(), calendar, change.at(), until)));
            }
        }
        return spells;
    }

    private Optional<EventCalendar> calendar(String event, int revision) {
        return definitions.revision(event, revision).map(found -> found.event().calendar());
    }

    /** Publications and withdrawals, the earliest first. */
    private List<LogEntry> changes(String event, Instant since) {
        var changes = new ArrayList<LogEntry>();
        Optional<Long> before = Optional.empty();
        do {
            var page = definitions.log(event, PAGE, before);
            for (var entry : page.entries()) {
                if (entry.action() == Action.PUBLISHED || entry.action() == Action.WITHDRAWN) {
                    changes.add(entry);
                }
                if (entry.action() == Action.PUBLISHED
                        && !entry.at().plus(LEEWAY).isAfter(since)) {
                    return changes.reversed();
                }
            }
            before = page.next();
        } while (before.isPresent());
        return changes.reversed();
    }

    private static boolean isOf(LogEntry change, Published published) {
        return change.action() == Action.PUBLISHED
                && change.revision() == published.revision().number()
                && change.at().equals(published.since());
    }
}
