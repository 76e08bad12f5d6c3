package com.lifeverse.local.table.request;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.index.WriteUnits;
import com.lifeverse.local.table.schema.IndexDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Sums request units by table and index, and shows them if the request asks for them. */
public final class Costs {
    private enum Kind {
        PLAIN,
        TRANSACTION_READ,
        TRANSACTION_WRITE
    }

    /** The units of one table and of those of its indexes that were touched. */
    private static final class Sum {
        private double table;
        private final Map<String, Double> global = new LinkedHashMap<>(0);
        private final Map<String, Double> local = new LinkedHashMap<>(0);

        double total() {
            return table + sum(global) + sum(local);
        }

        private static double sum(Map<String, Double> units) {
            double sum = 0;
            for (double each : units.values()) {
                sum += each;
            }
            return sum;
        }
    }

    private final @Nullable ReturnConsumedCapacity asked;
    private final Kind kind;
    private final Map<String, Sum> byTable = new LinkedHashMap<>(2);

    private Costs(@Nullable ReturnConsumedCapacity asked, Kind kind) {
        this.asked = asked;
        this.kind = kind;
    }

    public static Costs plain(@Nullable ReturnConsumedCapacity asked) {
        return new Costs(asked, Kind.PLAIN);
    }

    public static Costs transactionRead(@Nullable ReturnConsumedCapacity asked) {
        return new Costs(asked, Kind.TRANSACTION_READ);
    }

    public static Costs transactionWrite(@Nullable ReturnConsumedCapacity asked) {
        return new Costs(asked, Kind.TRANSACTION_WRITE);
    }

    /** Counts a read of the table itself. */
    public void read(Table table, double units) {
        if (!isAsked()) {
            return;
        }
        sum(table).table += units;
    }

    /** Counts a read of an index, and {@code fetches} from the table. */
    public void read(Table table, IndexDefinition index, double units, double fetches) {
        if (!isAsked()) {
            return;
        }
        var sum = sum(table);
        sum.table += fetches;
        byScope(sum, index.scope()).merge(index.name(), units, Double::sum);
    }

    public void written(Table table, WriteUnits units) {
        if (!isAsked()) {
            return;
        }
        var sum = sum(table);
        sum.table += units.table();
        units.global().forEach((name, each) -> sum.global.merge(name, each.doubleValue(), Double::sum));
        units.local().forEach((name, each) -> sum.local.merge(name, each.doubleValue(), Double::sum));
    }

    /** One entry a table; empty if the request did not ask. */
    public List<ConsumedCapacity> all() {
        var all = new ArrayList<ConsumedCapacity>();
        if (isAsked()) {
            byTable.forEach((table, sum) -> all.add(capacity(table, sum)));
        }
        return all;
    }

    /** The entries; null if the request did not ask, so that an answer leaves them out. */
    public @Nullable List<ConsumedCapacity> ifAsked() {
        return isAsked() ? all() : null;
    }

    /** The entry of the only table; null if the request did not ask. */
    public @Nullable ConsumedCapacity only() {
        var all = all();
        return all.isEmpty() ? null : all.getFirst();
    }

    private boolean isAsked() {
        return asked == ReturnConsumedCapacity.TOTAL || asked == ReturnConsumedCapacity.INDEXES;
    }

    private Sum sum(Table table) {
        return byTable.computeIfAbsent(table.definition().name(), _ -> new Sum());
    }

    private static Map<String, Double> byScope(Sum sum, IndexDefinition.Scope scope) {
        return switch (scope) {
            case GLOBAL -> sum.global;
            case LOCAL -> sum.local;
        };
    }

    private ConsumedCapacity capacity(String table, Sum sum) {
        var total = sum.total();
        var capacity = ConsumedCapacity.builder().tableName(table).capacityUnits(total);
        switch (kind) {
            case PLAIN -> {}
            case TRANSACTION_READ -> capacity.readCapacityUnits(total);
            case TRANSACTION_WRITE -> capacity.writeCapacityUnits(total);
        }
        if (asked == ReturnConsumedCapacity.INDEXES) {
            capacity.table(part(sum.table));
            parts(sum.global).ifPresent(capacity::globalSecondaryIndexes);
            parts(sum.local).ifPresent(capacity::localSecondaryIndexes);
        }
        return capacity.build();
    }

    private Optional<Map<String, Capacity>> parts(Map<String, Double> units) {
        if (units.isEmpty()) {
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, Capacity>();
        units.forEach((name, each) -> parts.put(name, part(each)));
        return Optional.of(parts);
    }

    private Capacity part(double units) {
        var part = Capacity.builder().capacityUnits(units);
        switch (kind) {
            case PLAIN -> {}
            case TRANSACTION_READ -> part.readCapacityUnits(units);
            case TRANSACTION_WRITE -> part.writeCapacityUnits(units);
        }
        return part.build();
    }
}
