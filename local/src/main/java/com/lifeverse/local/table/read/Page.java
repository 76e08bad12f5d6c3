package com.lifeverse.local.table.read;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query or a scan.
 *
 * @param items those that the filter lets through
 * @param scanned how many were looked at
 * @param bytes the size of all that were looked at, which is what a page costs
 * @param fetched the sizes of the items that had to be fetched from the table
 * @param last the item or entry that the page ended with before the end of the range; empty if it came to the end
 */
public record Page(List<Item> items, int scanned, long bytes, List<Integer> fetched, Optional<Item> last) {
    private static final int MAX_BYTES = 1024 * 1024;

    /** Reads a page; what comes in between sees one version of the source. */
    public static Page of(Source source, PageRequest request) {
        var after = start(source, request);
        var range = request.range();
        var low = range.map(KeyRange::from).orElse(null);
        var high = range.map(KeyRange::to).orElse(null);
        var end = after == null ? high : after;
        var cursor = request.isForward()
                ? source.entries().cursor(after == null ? low : after.next(), null, false)
                : source.entries().cursor(end, null, true);
        var items = new ArrayList<Item>();
        var fetched = new ArrayList<Integer>(0);
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
            var entry = cursor.getValue();
            if (!isInSegment(source, request, entry)) {
                continue;
            }
            scanned++;
            bytes += entry.size();
            var item = request.whole().map(whole -> whole.apply(entry)).orElse(entry);
            if (request.whole().isPresent()) {
                fetched.add(item.size());
            }
            if (request.filter().isEmpty() || Bound.holds(request.filter().get(), item.attributes())) {
                items.add(item);
            }
            if (scanned == request.limit() || bytes >= MAX_BYTES) {
                return new Page(items, scanned, bytes, fetched, Optional.of(entry));
            }
        }
        return new Page(items, scanned, bytes, fetched, Optional.empty());
    }

    private static boolean isInSegment(Source source, PageRequest request, Item entry) {
        return request.segment().isEmpty() || request.segment().get().contains(source.keys(), entry.attributes());
    }

    private static @Nullable Bytes start(Source source, PageRequest request) {
        if (request.after().isEmpty()) {
            return null;
        }
        var key = request.after().get();
        boolean isScan = request.range().isEmpty();
        source.requireNames(key, isScan);
        var place = place(source, key, isScan);
        request.range().ifPresent(range -> range.requireStart(place));
        request.segment().ifPresent(segment -> segment.requireStart(source.keys(), key));
        return place;
    }

    private static Bytes place(Source source, Map<String, Value> key, boolean isScan) {
        try {
            return source.place(key);
        } catch (InvalidRequest e) {
            throw isScan && source.tableKeys().isEmpty()
                    ? new InvalidRequest("The provided starting key is invalid: " + e.getMessage())
                    : e;
        }
    }
}
