package com.lifeverse.liveops.flip;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.desk.LiveopsEvents;
import com.lifeverse.liveops.desk.Published;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Tells flips that are due, however long nobody has looked: state, ledger and what is told of an event are one write, so whoever is cut
 * off, or comes twice, or beside another, tells each of an occurrence's phases once.
 */
public record FlipKeeper(FlipLedger ledger, Supplier<UUID> ids) {
    /** So many at once: a transaction takes 100 items, and the news of so many fit one of them. What is left the next look finds. */
    private static final int AT_ONCE = 40;

    /**
     * Sees to an event that players have. Returns what it has told.
     *
     * @param known how far its flips were told; absent if nobody has looked yet
     * @param calendars what an earlier revision said; empty if there is none of that number
     * @param before what players had before this revision, be it that nobody has looked since; empty if they had none. Asked for when
     *     the revision is another than the one known
     */
    public List<FlipLine> keep(
            Published published,
            Optional<FlipState> known,
            IntFunction<Optional<EventCalendar>> calendars,
            Supplier<Optional<EventCalendar>> before,
            Instant now) {
        var state = known.orElseGet(() -> FlipState.unseen(published.id()));
        var revision = published.revision();
        var due = due(published, state, calendars, before, now);
        var untold = untold(published.id(), due);
        if (untold.isEmpty() && state.revision() == revision.number()) {
            return List.of();
        }
        boolean all = untold.size() <= AT_ONCE;
        var lines = all ? untold : untold.subList(0, AT_ONCE);
        // What is not told at once stays due; of several at one moment, the ledger knows which were told.
        var after = all
                ? state.told(revision.number(), now)
                : state.told(state.revision(), lines.getLast().flip().at().minusMillis(1));
        return tell(published.id(), after, lines);
    }

    /** Sees to an event that players do not have any more: nothing of it is due, and when it comes back, nothing of meanwhile. */
    public void retire(FlipState known, Instant now) {
        if (known.revision() != FlipState.WITHDRAWN) {
            ledger.write(known.told(FlipState.WITHDRAWN, now), List.of(), List.of());
        }
    }

    private static List<FlipLine> due(
            Published published,
            FlipState state,
            IntFunction<Optional<EventCalendar>> calendars,
            Supplier<Optional<EventCalendar>> before,
            Instant now) {
        var revision = published.revision();
        var calendar = revision.event().calendar();
        var since = published.since();
        var lines = new ArrayList<FlipLine>();
        if (state.revision() == revision.number()) {
            FlipRules.due(calendar, state.until(), now)
                    .forEach(flip -> lines.add(new FlipLine(flip, revision.number(), later(flip.at(), since), now)));
            return lines;
        }
        if (state.revision() != FlipState.WITHDRAWN) {
            // Until players had another revision, its flips were those of the one before.
            calendars
                    .apply(state.revision())
                    .ifPresent(earlier -> FlipRules.due(earlier, state.until(), since)
                            .forEach(flip -> lines.add(new FlipLine(flip, state.revision(), flip.at(), now))));
        }
        var own = new ArrayList<Flip>();
        before.get().ifPresent(earlier -> own.addAll(FlipRules.ended(earlier, calendar, since)));
        own.addAll(FlipRules.standing(calendar, since));
        own.addAll(FlipRules.due(calendar, since, now));
        own.forEach(flip -> lines.add(new FlipLine(flip, revision.number(), later(flip.at(), since), now)));
        return lines;
    }

    private List<FlipLine> untold(String event, List<FlipLine> due) {
        var first = due.stream().map(line -> line.flip().occurrence()).min(LocalDateTime::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        var told = ledger.told(event, first.get());
        var keys = new HashSet<>(told);
        return due.stream().filter(line -> keys.add(line.flip().key())).toList();
    }

    private List<FlipLine> tell(String event, FlipState after, List<FlipLine> lines) {
        var news = lines.stream()
                .map(line -> LiveopsEvents.phaseChanged(ids.get(), event, line.dueAt(), line.payload(event)))
                .toList();
        return ledger.write(after, lines, news) ? List.copyOf(lines) : List.of();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
