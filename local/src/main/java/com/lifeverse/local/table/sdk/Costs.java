package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Sums request units by table and shows them if the request asks for them. */
final class Costs {
    private enum Kind {
        PLAIN,
        TRANSACTION_READ,
        TRANSACTION_WRITE
    }

    private final @Nullable ReturnConsumedCapacity asked;
    private final Kind kind;
    private final Map<String, Double> byTable = new LinkedHashMap<>();

    private Costs(@Nullable ReturnConsumedCapacity asked, Kind kind) {
        this.asked = asked;
        this.kind = kind;
        if (asked == ReturnConsumedCapacity.UNKNOWN_TO_SDK_VERSION) {
            throw Faults.constraint("returnConsumedCapacity", asked, "satisfy enum value set: [INDEXES, TOTAL, NONE]");
        }
    }

    static Costs plain(@Nullable ReturnConsumedCapacity asked) {
        return new Costs(asked, Kind.PLAIN);
    }

    static Costs transactionRead(@Nullable ReturnConsumedCapacity asked) {
        return new Costs(asked, Kind.TRANSACTION_READ);
    }

    static Costs transactionWrite(@Nullable ReturnConsumedCapacity asked) {
        return new Costs(asked, Kind.TRANSACTION_WRITE);
    }

    Costs add(Table table, double units) {
        byTable.merge(table.definition().name(), units, Double::sum);
        return this;
    }

    /** One entry a table; empty if the request did not ask. */
    List<ConsumedCapacity> all() {
        var all = new ArrayList<ConsumedCapacity>();
        if (asked == ReturnConsumedCapacity.TOTAL || asked == ReturnConsumedCapacity.INDEXES) {
            byTable.forEach((table, units) -> all.add(capacity(table, units)));
        }
        return all;
    }

    /** The entry of the only table; null if the request did not ask. */
    @Nullable
    ConsumedCapacity only() {
        var all = all();
        return all.isEmpty() ? null : all.getFirst();
    }

    private ConsumedCapacity capacity(String table, double units) {
        var capacity = ConsumedCapacity.builder().tableName(table).capacityUnits(units);
        var part = Capacity.builder().capacityUnits(units);
        switch (kind) {
            case PLAIN -> {}
            case TRANSACTION_READ -> {
                capacity.readCapacityUnits(units);
                part.readCapacityUnits(units);
            }
            case TRANSACTION_WRITE -> {
                capacity.writeCapacityUnits(units);
                part.writeCapacityUnits(units);
            }
        }
        if (asked == ReturnConsumedCapacity.INDEXES) {
            capacity.table(part.build());
        }
        return capacity.build();
    }
}
