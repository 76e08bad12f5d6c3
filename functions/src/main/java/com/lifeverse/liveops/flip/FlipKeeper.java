package com.lifeverse.liveops.flip;

import com.lifeverse.liveops.desk.LiveopsEvents;
import com.lifeverse.liveops.desk.Published;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
     * @param spells what players had of it, of any time since one, that time's and the one before it included. Asked for when they have
     *     another revision than the one known, or the same one anew
     */
    public List<FlipLine> keep(
            Published published, Optional<FlipState> known, Function<Instant, List<Spell>> spells, Instant now) {
        var state = known.orElseGet(() -> FlipState.unseen(published.id()));
        var revision = published.revision();
        boolean same =
                state.revision() == revision.number() && !published.since().isAfter(state.until());
        var had = same
                ? List.of(new Spell(revision.number(), revision.event().calendar(), published.since(), now))
                : spells.apply(state.until());
        var untold = untold(published.id(), SpellRules.due(had, state, now));
        return untold.isEmpty() && same ? List.of() : tell(state, revision.number(), untold, now);
    }

    /**
     * Sees to an event that players do not have any more: what it had passed into until then is told, nothing else of it is due, and when
     * it comes back, nothing of meanwhile. Returns what it has told.
     *
     * @param spells what players had of it, as for {@link #keep}
     */
    public List<FlipLine> retire(FlipState known, Function<Instant, List<Spell>> spells, Instant now) {
        if (known.revision() == FlipState.WITHDRAWN) {
            return List.of();
        }
        var untold = untold(known.event(), SpellRules.due(spells.apply(known.until()), known, now));
        return tell(known, FlipState.WITHDRAWN, untold, now);
    }

    private List<FlipLine> tell(FlipState state, int revision, List<FlipLine> untold, Instant now) {
        boolean all = untold.size() <= AT_ONCE;
        var lines = all ? untold : untold.subList(0, AT_ONCE);
        // What is not told at once stays due; of several at one moment, the ledger knows which were told.
        var after = all
                ? state.told(revision, now)
                : state.told(state.revision(), lines.getLast().flip().at().minusMillis(1));
        return tell(state.event(), after, lines);
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
}
