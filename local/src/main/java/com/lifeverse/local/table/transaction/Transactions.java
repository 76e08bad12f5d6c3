package com.lifeverse.local.table.transaction;

import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.WriteOutcome;
import com.lifeverse.local.table.index.WriteUnits;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Units;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes transactions: all tables of one are locked, in the order of their names, then everything or nothing is written. */
public final class Transactions {
    // Prepare and commit: DynamoDB charges both.
    private static final int PHASES = 2;

    private record Attempt(TransactionOutcome outcome, List<Planned> planned) {}

    private record Planned(Table table, WriteOutcome outcome) {}

    private final Store store;
    private final Tokens tokens;

    public Transactions(Store store, InstantSource clock) {
        this.store = store;
        this.tokens = new Tokens(store, clock);
    }

    /**
     * Makes all parts or none; when this returns, they are durable. A part that cannot be made whatever there is cancels
     * the transaction before any other part is looked at.
     *
     * @throws InvalidRequest if two parts are about one item
     */
    public TransactionOutcome write(List<Part> parts, Optional<Token> token) {
        for (int i = 0; i < parts.size(); i++) {
            try {
                parts.get(i).require();
            } catch (InvalidRequest e) {
                refuseIfEmpty(e);
                return new TransactionOutcome.Cancelled(only(parts.size(), i, e));
            }
        }
        refuseDoubles(parts);
        var tables = ordered(parts.stream().map(Part::table).toList());
        var attempt = store.write(() -> token.isPresent()
                ? tokens.locked(() -> once(parts, tables, token.get()))
                : locked(tables.iterator(), () -> attempt(parts)));
        count(attempt);
        return attempt.outcome();
    }

    /** What {@code reads}, which must not write, finds in {@code tables} as they are at one moment. */
    public <T> T read(Collection<Table> tables, Supplier<T> reads) {
        return locked(ordered(tables).iterator(), reads);
    }

    /** Returns when all that could be read until now is durable. */
    public void settle() {
        store.settle();
    }

    private Attempt once(List<Part> parts, Collection<Table> tables, Token token) {
        var known = tokens.digest(token.text());
        if (known.isPresent()) {
            return new Attempt(
                    known.get().equals(token.digest())
                            ? new TransactionOutcome.Repeated(readUnits(parts))
                            : new TransactionOutcome.TokenReused(),
                    List.of());
        }
        var attempt = locked(tables.iterator(), () -> attempt(parts));
        if (attempt.outcome() instanceof TransactionOutcome.Committed) {
            tokens.remember(token);
        }
        return attempt;
    }

    private static <T> T locked(Iterator<Table> tables, Supplier<T> action) {
        return tables.hasNext() ? tables.next().locked(() -> locked(tables, action)) : action.get();
    }

    private static Attempt attempt(List<Part> parts) {
        var planned = new ArrayList<Planned>(parts.size());
        var reasons = new ArrayList<TransactionOutcome.Reason>(parts.size());
        for (var part : parts) {
            reasons.add(plan(part, planned));
        }
        if (!reasons.stream().allMatch(TransactionOutcome.NoObjection.class::isInstance)) {
            return new Attempt(new TransactionOutcome.Cancelled(reasons), planned);
        }
        var units = new ArrayList<WriteUnits>(parts.size());
        for (var each : planned) {
            if (each.outcome() instanceof WriteOutcome.Written written) {
                each.table().commit(written);
            }
            units.add(each.outcome().units().times(PHASES));
        }
        return new Attempt(new TransactionOutcome.Committed(units), planned);
    }

    private static TransactionOutcome.Reason plan(Part part, List<Planned> planned) {
        try {
            var outcome = part.table().plan(part.write());
            planned.add(new Planned(part.table(), outcome));
            return switch (outcome) {
                case WriteOutcome.Written _ -> new TransactionOutcome.NoObjection();
                case WriteOutcome.Refused(var found, var _) -> new TransactionOutcome.ConditionFailed(found);
            };
        } catch (InvalidRequest e) {
            refuseIfEmpty(e);
            return new TransactionOutcome.Invalid(e.getMessage());
        }
    }

    private static void refuseIfEmpty(InvalidRequest complaint) {
        if (complaint.isAboutEmptiness()) {
            throw complaint;
        }
    }

    private static void count(Attempt attempt) {
        boolean committed = attempt.outcome() instanceof TransactionOutcome.Committed;
        for (var each : attempt.planned()) {
            var meter = each.table().meter();
            long units = PHASES * each.outcome().units().total();
            if (committed) {
                meter.written(units);
            } else {
                meter.refused(units);
            }
            if (committed && each.outcome() instanceof WriteOutcome.Written written) {
                each.table().announce(written);
            }
        }
    }

    private static List<Long> readUnits(List<Part> parts) {
        var units = new ArrayList<Long>(parts.size());
        for (var part : parts) {
            int size = part.table().at(part.place().key()).map(Item::size).orElse(0);
            long read = PHASES * Units.read(size);
            part.table().meter().read((double) read);
            units.add(read);
        }
        return units;
    }

    private static List<TransactionOutcome.Reason> only(int count, int at, InvalidRequest why) {
        var reasons = new ArrayList<TransactionOutcome.Reason>(count);
        for (int i = 0; i < count; i++) {
            reasons.add(
                    i == at ? new TransactionOutcome.Invalid(why.getMessage()) : new TransactionOutcome.NoObjection());
        }
        return reasons;
    }

    private static void refuseDoubles(List<Part> parts) {
        var places = new HashSet<Part.Place>();
        for (var part : parts) {
            if (!places.add(part.place())) {
                throw new InvalidRequest("Transaction request cannot include multiple operations on one item");
            }
        }
    }

    private static Collection<Table> ordered(Collection<Table> tables) {
        Map<String, Table> ordered = new TreeMap<>();
        tables.forEach(table -> ordered.put(table.definition().name(), table));
        return ordered.values();
    }
}
