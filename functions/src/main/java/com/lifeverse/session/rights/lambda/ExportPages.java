package com.lifeverse.session.rights.lambda;

import com.lifeverse.platform.json.Json;
import com.lifeverse.session.rights.Belongings.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What is exported as documents that are small enough to be fetched in one answer, and say of each thing what it is. */
final class ExportPages {
    private ExportPages() {}

    /** The documents by the names of their parts, in order. */
    static SequencedMap<String, String> of(List<Entry> entries, int mostBytes) {
        var pages = new LinkedHashMap<String, String>();
        var page = new ArrayList<Map<String, Object>>();
        long bytes = 0;
        for (var entry : entries) {
            var thing = thing(entry);
            int size = Json.write(thing).getBytes(StandardCharsets.UTF_8).length;
            if (!page.isEmpty() && bytes + size > mostBytes) {
                put(pages, page);
                page.clear();
                bytes = 0;
            }
            page.add(thing);
            bytes += size;
        }
        put(pages, page);
        return pages;
    }

    private static void put(SequencedMap<String, String> pages, List<Map<String, Object>> page) {
        pages.put("player-" + (pages.size() + 1), Json.write(Map.of("entries", page)));
    }

    private static Map<String, Object> thing(Entry entry) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("store", entry.what().store());
        thing.put("what", entry.what().slug());
        thing.put("words", entry.what().words());
        thing.put("data", entry.data());
        return thing;
    }
}
