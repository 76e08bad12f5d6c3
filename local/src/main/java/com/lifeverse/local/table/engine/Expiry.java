package com.lifeverse.local.table.engine;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time to live. It remembers only when the next item may end, and sweeps then: at most once a minute, and never while
 * nothing can end. An item whose end was put off meanwhile costs a sweep in vain; that is cheaper than an index that
 * every write would have to keep.
 */
final class Expiry {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int REMOVED_AT_ONCE = 100;
    // What ended more than five years ago is taken for a mistake and kept, as DynamoDB does.
    private static final int MAX_AGE_IN_YEARS = 5;
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private record Candidate(Bytes place, Item item) {}

    private final Table table;
    private final Agenda agenda;
    private @Nullable Instant next;
    private Instant lastSweep = Instant.EPOCH;

    Expiry(Table table, Agenda agenda) {
        this.table = table;
        this.agenda = agenda;
    }

    /** Looks through a table that was not written to by this process. */
    void start() {
        if (table.definition().timeToLive().isPresent() && table.size() > 0) {
            table.store()
                    .write(() -> table.locked(() -> {
                        plan(agenda.instant());
                        return true;
                    }));
        }
    }

    /** Takes note of an item that is being written. Call it under the table's lock. */
    void saw(Item item) {
        end(item).ifPresent(this::plan);
    }

    private void plan(Instant end) {
        var due = end.plusSeconds(1);
        var earliest = lastSweep.plus(PAUSE);
        var at = due.isBefore(earliest) ? earliest : due;
        if (next == null || at.isBefore(next)) {
            next = at;
            agenda.at(at, "expire items of " + table.definition().name(), () -> sweep(at));
        }
    }

    private void sweep(Instant planned) {
        boolean stillPlanned = table.store()
                .write(() -> table.locked(() -> {
                    if (!planned.equals(next)) {
                        return false;
                    }
                    next = null;
                    lastSweep = agenda.instant();
                    return true;
                }));
        if (stillPlanned) {
            removeEnded();
        }
    }

    private void removeEnded() {
        var now = agenda.instant();
        var batch = new ArrayList<Candidate>(REMOVED_AT_ONCE);
        var earliest = Optional.<Instant>empty();
        var cursor = table.items().cursor(null);
        while (cursor.hasNext()) {
            var place = cursor.next();
            var item = cursor.getValue();
            var end = end(item);
            if (end.isEmpty()) {
                continue;
            }
            if (end.get().isBefore(now)) {
                batch.add(new Candidate(place, item));
            } else if (earliest.isEmpty() || end.get().isBefore(earliest.get())) {
                earliest = end;
            }
            if (batch.size() == REMOVED_AT_ONCE) {
                remove(batch, now);
                batch.clear();
            }
        }
        remove(batch, now);
        var remaining = earliest;
        table.store()
                .write(() -> table.locked(() -> {
                    remaining.ifPresent(this::plan);
                    return true;
                }));
    }

    private void remove(List<Candidate> ended, Instant now) {
        if (ended.isEmpty()) {
            return;
        }
        table.store()
                .write(() -> table.locked(() -> {
                    for (var candidate : ended) {
                        var item = table.items().get(candidate.place());
                        if (item != null && end(item).filter(now::isAfter).isPresent()) {
                            table.expire(candidate.place(), item);
                        }
                    }
                    return true;
                }));
        table.changes().wake();
    }

    /** When {@code item} ends; empty if it never does, or did so long ago that it is kept. */
    private Optional<Instant> end(Item item) {
        var attribute = table.definition().timeToLive();
        if (attribute.isEmpty() || !(item.attribute(attribute.get()) instanceof Value.N(var seconds))) {
            return Optional.empty();
        }
        if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(LAST_SECOND)) > 0) {
            return Optional.empty();
        }
        var end = Instant.ofEpochSecond(seconds.longValue());
        var oldest = agenda.instant().atOffset(ZoneOffset.UTC).minusYears(MAX_AGE_IN_YEARS);
        return end.isBefore(oldest.toInstant()) ? Optional.empty() : Optional.of(end);
    }
}
