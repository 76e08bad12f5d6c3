package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.index.Index;
import com.lifeverse.local.table.index.IndexRules;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.read.Page;
import com.lifeverse.local.table.read.Source;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Costs;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Units;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a query or scan goes to: a table, or an index of it. */
record Target(Table table, Optional<Index> index, boolean isConsistent) {
    static Target of(Table table, @Nullable String indexName, @Nullable Boolean isConsistent) {
        boolean consistent = Boolean.TRUE.equals(isConsistent);
        if (indexName == null) {
            return new Target(table, Optional.empty(), consistent);
        }
        var index = table.indexes()
                .index(indexName)
                .orElseThrow(() -> new InvalidRequest("The table does not have the specified index: " + indexName));
        if (consistent && index.definition().scope() == IndexDefinition.Scope.GLOBAL) {
            throw new InvalidRequest("Consistent reads are not supported on global secondary indexes");
        }
        return new Target(table, Optional.of(index), consistent);
    }

    Source source() {
        return index.map(Index::source).orElseGet(table::source);
    }

    /** Refuses a filter on the key that is read by. */
    void requireNoKeys(Expressions expressions) {
        var keys = source().keys();
        for (var attribute : expressions.attributes(Kind.FILTER)) {
            if (keys.contains(attribute)) {
                throw new InvalidRequest("Filter Expression can only contain non-primary key attributes: "
                        + "Primary key attribute: " + attribute);
            }
        }
    }

    /** Refuses paths into keys. */
    void requireWhole(Expressions expressions, Kind... kinds) {
        new IndexRules(table.definition()).requireWhole(expressions.nested(kinds));
    }

    /** Each item that was fetched from the table counts by itself; what was read of the source counts together. */
    void cost(Page page, Costs costs) {
        double units = Units.charged(Units.read(page.bytes()), isConsistent);
        double fetches = 0;
        for (int size : page.fetched()) {
            fetches += Units.charged(Units.read(size), isConsistent);
        }
        table.meter().read(units + fetches);
        if (index.isPresent()) {
            costs.read(table, index.get().definition(), units, fetches);
        } else {
            costs.read(table, units);
        }
    }

    /** The key that the next page starts with; null if there is none. */
    @Nullable
    Map<String, AttributeValue> last(Page page) {
        return page.last()
                .map(item -> AttributeValues.attributes(source().keyOf(item)))
                .orElse(null);
    }
}
