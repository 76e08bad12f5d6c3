package com.lifeverse.local.table.engine;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query or a scan.
 *
 * @param items those that the filter lets through
 * @param scanned how many were looked at
 * @param bytes the size of all that were looked at, which is what a page costs
 * @param last the item that the page ended with before the end of the range; empty if it came to the end
 */
public record Page(List<Item> items, int scanned, long bytes, Optional<Item> last) {
    private static final int MAX_BYTES = 1024 * 1024;

    static Page of(MVMap<Bytes, Item> all, KeySchema keys, PageRequest request) {
        var after = start(keys, request);
        var range = request.range();
        var low = range.map(KeyRange::from).orElse(null);
        var high = range.map(KeyRange::to).orElse(null);
        var end = after == null ? high : after;
        var cursor = request.isForward()
                ? all.cursor(after == null ? low : after.next(), null, false)
                : all.cursor(end, null, true);
        var items = new ArrayList<Item>();
        int scanned = 0;
        long bytes = 0;
        while (cursor.hasNext()) {
            var place = cursor.next();
            // Going backwards the cursor starts with the place that is the first beyond.
            if (!request.isForward() && place.equals(end)) {
                continue;
            }
            if (range.isPresent() && !range.get().contains(place)) {
                break;
            }
            var item = cursor.getValue();
            scanned++;
            bytes += item.size();
            if (request.filter().isEmpty() || Bound.holds(request.filter().get(), item.attributes())) {
                items.add(item);
            }
            if (scanned == request.limit() || bytes >= MAX_BYTES) {
                return new Page(items, scanned, bytes, Optional.of(item));
            }
        }
        return new Page(items, scanned, bytes, Optional.empty());
    }

    private static @Nullable Bytes start(KeySchema keys, PageRequest request) {
        if (request.after().isEmpty()) {
            return null;
        }
        var key = request.after().get();
        if (key.size() != (keys.sort().isPresent() ? 2 : 1)) {
            throw new InvalidRequest("The provided starting key is invalid");
        }
        var place = keys.place(key);
        if (request.range().isPresent() && !request.range().get().contains(place)) {
            throw new InvalidRequest(
                    "The provided starting key is outside query boundaries based on provided conditions");
        }
        return place;
    }
}
