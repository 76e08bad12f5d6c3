package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVMap;

/** The archives of all buses. An event is kept in the write that records its deliveries, by the event's own time. */
public final class Archives {
    static final String REPLAYED_BY = "replay-name";
    private static final int PAGE = 100;

    private final MVMap<String, String> kept;
    private final Map<String, Archive> archives = new ConcurrentSkipListMap<>();

    /** An event as it was kept; its key orders it. */
    record Kept(String key, String event) {}

    Archives(Store store) {
        this.kept = store.texts("bus.archive");
    }

    /** Makes an archive, or gives it other settings; what it holds stays. */
    public void put(Archive archive) {
        archives.put(archive.arn(), archive);
    }

    public Optional<Archive> find(String arn) {
        return Optional.ofNullable(archives.get(arn));
    }

    public List<Archive> all() {
        return List.copyOf(archives.values());
    }

    /** How many events an archive holds. */
    public long count(Archive archive) {
        return after(archive, archive.name() + "#", Instant.MAX, Integer.MAX_VALUE)
                .size();
    }

    /** Keeps an event in all archives that want it, but none that was replayed. Part of a write. */
    void keep(String bus, String text, ObjectNode event, Instant now) {
        if (event.has(REPLAYED_BY)) {
            return;
        }
        for (var archive : archives.values()) {
            if (archive.bus().equals(bus) && archive.wants(text)) {
                kept.put(
                        key(archive, event.path("time").asText()) + "#"
                                + event.path("id").asText(),
                        text);
                archive.retention().ifPresent(retention -> forget(archive, now.minus(retention)));
            }
        }
    }

    private void forget(Archive archive, Instant before) {
        var prefix = archive.name() + "#";
        var limit = key(archive, before.truncatedTo(ChronoUnit.SECONDS).toString());
        for (var key = kept.ceilingKey(prefix);
                key != null && key.startsWith(prefix) && key.compareTo(limit) < 0;
                key = kept.ceilingKey(prefix)) {
            kept.remove(key);
        }
    }

    /** The next events of an archive behind {@code key} whose time is before {@code end}, a page at a time. */
    List<Kept> page(Archive archive, String key, Instant end) {
        return after(archive, key, end, PAGE);
    }

    private List<Kept> after(Archive archive, String after, Instant end, int most) {
        var prefix = archive.name() + "#";
        var found = new ArrayList<Kept>();
        for (var key = kept.higherKey(after);
                key != null && key.startsWith(prefix) && found.size() < most && isBefore(key, prefix, end);
                key = kept.higherKey(key)) {
            found.add(new Kept(key, String.valueOf(kept.get(key))));
        }
        return found;
    }

    private static boolean isBefore(String key, String prefix, Instant end) {
        return Instant.parse(key.substring(prefix.length(), key.lastIndexOf('#')))
                .isBefore(end);
    }

    /** Where the events of that moment begin. */
    static String key(Archive archive, String time) {
        return archive.name() + "#" + time;
    }
}
