package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.WriteOutcome;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** What an answer shows of items. */
final class Shown {
    private Shown() {}

    /** The whole item, or those parts of it that the request asks for. */
    static Map<String, AttributeValue> item(Item item, Optional<Projection> projection) {
        var attributes = item.attributes();
        return AttributeValues.attributes(
                projection.map(wanted -> wanted.of(attributes)).orElse(attributes));
    }

    /** What a write returns; null if that is nothing. */
    static @Nullable Map<String, AttributeValue> values(
            @Nullable ReturnValue asked, WriteOutcome.Written written, Update update) {
        if (asked == null) {
            return null;
        }
        var values = switch (asked) {
            case NONE, UNKNOWN_TO_SDK_VERSION -> Map.<String, Value>of();
            case ALL_OLD -> attributes(written.before());
            case ALL_NEW -> attributes(written.after());
            case UPDATED_OLD -> Projection.of(update.paths()).of(attributes(written.before()));
            case UPDATED_NEW -> Projection.of(update.paths()).of(attributes(written.after()));
        };
        return values.isEmpty() ? null : AttributeValues.attributes(values);
    }

    /** The size of the items that share the hash key, of which only tables with local indexes keep account. */
    static @Nullable ItemCollectionMetrics collection(
            @Nullable ReturnItemCollectionMetrics asked, Table table, Map<String, Value> item) {
        boolean isKept =
                table.definition().indexes().stream().anyMatch(index -> index.scope() == IndexDefinition.Scope.LOCAL);
        if (asked != ReturnItemCollectionMetrics.SIZE || !isKept) {
            return null;
        }
        var name = table.definition().keys().hash().name();
        var hash = item.get(name);
        return hash == null
                ? null
                : ItemCollectionMetrics.builder()
                        .itemCollectionKey(AttributeValues.attributes(Map.of(name, hash)))
                        .sizeEstimateRangeGB(List.of(0.0, 1.0))
                        .build();
    }

    private static Map<String, Value> attributes(@Nullable Item item) {
        return item == null ? Map.of() : item.attributes();
    }
}
