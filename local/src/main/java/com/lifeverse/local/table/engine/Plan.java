package com.lifeverse.local.table.engine;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.index.IndexRules;
import com.lifeverse.local.table.index.Indexes;
import com.lifeverse.local.table.index.WriteUnits;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Units;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What writes to a table come to, before they are made. */
public record Plan(TableDefinition table, Indexes indexes) {
    /** The rules of the table's keys. */
    public IndexRules rules() {
        return new IndexRules(table);
    }

    /** Where the item of {@code write} is kept. */
    public Bytes place(Write write) {
        return switch (write) {
            case Write.Put put -> table.keys().place(put.item());
            case Write.Update update -> table.keys().place(update.key());
            case Write.Delete delete -> table.keys().place(delete.key());
            case Write.Check check -> table.keys().place(check.key());
        };
    }

    /**
     * Refuses what cannot be made whatever there is: a key that does not fit, an item that is too large.
     *
     * @return where the item of {@code write} is kept
     */
    public Bytes require(Write write) {
        switch (write) {
            case Write.Put put -> {
                requireSize(put.item(), "Item size has exceeded the maximum allowed size");
                var place = place(write);
                rules().requireFit(put.item());
                return place;
            }
            case Write.Update update -> {
                var place = place(write);
                rules().requireFit(update.update());
                return place;
            }
            case Write.Delete _, Write.Check _ -> {
                return place(write);
            }
        }
    }

    /** What {@code write} makes of {@code before}, the item at {@code place}. */
    WriteOutcome outcome(Write write, Bytes place, @Nullable Item before) {
        var attributes = before == null ? Map.<String, Value>of() : before.attributes();
        var condition = write.condition();
        if (condition.isPresent() && !Bound.holds(condition.get(), attributes)) {
            var after = write instanceof Write.Put put ? put.item() : null;
            return new WriteOutcome.Refused(before, WriteUnits.of(units(before, after)));
        }
        var after = switch (write) {
            case Write.Put put -> put.item();
            case Write.Update update -> updated(update, before);
            case Write.Delete _ -> null;
            case Write.Check _ -> before;
        };
        var effects = indexes.effects(place, before, after);
        return new WriteOutcome.Written(place, before, after, effects, Indexes.units(units(before, after), effects));
    }

    private @Nullable Item updated(Write.Update write, @Nullable Item before) {
        if (before == null && write.update().tree().onlyTakesAway()) {
            // An update that only takes away makes no item, though one that does nothing at all makes one.
            return null;
        }
        Map<String, Value> start = before == null ? new LinkedHashMap<>(write.key()) : before.attributes();
        var after = Item.taking(Bound.apply(write.update(), start));
        rules().requireFit(write.update().tree(), after);
        requireSize(after, "Item size to update has exceeded the maximum allowed size");
        return after;
    }

    private void requireSize(Item item, String complaint) {
        if (item.size() + indexes.copied(item) > Item.MAX_SIZE) {
            throw new InvalidRequest(complaint);
        }
    }

    private static long units(@Nullable Item one, @Nullable Item other) {
        return Units.write(Math.max(one == null ? 0 : one.size(), other == null ? 0 : other.size()));
    }
}
