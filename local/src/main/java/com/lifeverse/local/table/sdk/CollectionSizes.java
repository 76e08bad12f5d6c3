package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;

/** The item collections that several writes touched, by table, each once: only of tables with local indexes, if asked for. */
final class CollectionSizes {
    private final @Nullable ReturnItemCollectionMetrics asked;
    private final Map<String, List<ItemCollectionMetrics>> byTable = new LinkedHashMap<>();

    CollectionSizes(@Nullable ReturnItemCollectionMetrics asked) {
        this.asked = asked;
    }

    void touched(Table table, Write write) {
        var place = switch (write) {
            case Write.Put put -> put.item().attributes();
            case Write.Update update -> update.key();
            case Write.Delete delete -> delete.key();
            case Write.Check _ -> null;
        };
        var size = place == null ? null : Shown.collection(asked, table, place);
        if (size != null) {
            var sizes = byTable.computeIfAbsent(table.definition().name(), _ -> new ArrayList<>());
            if (!sizes.contains(size)) {
                sizes.add(size);
            }
        }
    }

    @Nullable
    Map<String, List<ItemCollectionMetrics>> ifAny() {
        return byTable.isEmpty() ? null : byTable;
    }
}
