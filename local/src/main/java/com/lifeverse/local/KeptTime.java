package com.lifeverse.local;

import com.lifeverse.local.kernel.Store;
import java.time.Instant;
import org.h2.mvstore.MVMap;

/** How far time has been moved in a stack whose time stands still: a restart must not go back behind what has happened. */
final class KeptTime {
    private static final String NOW = "now";

    private final Store store;
    private final MVMap<String, String> clock;

    KeptTime(Store store) {
        this.store = store;
        this.clock = store.texts("stack.clock");
    }

    /** {@code start}, or where time stood before if that is later. */
    Instant orLater(Instant start) {
        var kept = clock.get(NOW);
        return kept == null || Instant.parse(kept).isBefore(start) ? start : Instant.parse(kept);
    }

    void keep(Instant now) {
        store.write(() -> {
            clock.put(NOW, now.toString());
        });
    }
}
