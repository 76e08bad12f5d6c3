package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Store;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/** How far a lane of a stream mapping has come, and what its open window holds: one write, so that neither is ahead. */
final class Progress {
    /** The map in which open windows are kept. */
    static final String WINDOWS = "mapping/windows";

    private final Store store;
    private final MVMap<String, String> checkpoints;
    private final MVMap<String, String> windows;
    private final String key;

    Progress(Store store, String key) {
        this.store = store;
        this.checkpoints = store.texts(StreamMapping.CHECKPOINTS);
        this.windows = store.texts(WINDOWS);
        this.key = key;
    }

    /** The sequence behind which the stream is still to be read. */
    long checkpoint() {
        return Long.parseLong(Optional.ofNullable(checkpoints.get(key)).orElse("0"));
    }

    /** The window whose records are being summed up. */
    Optional<TumblingWindow> window() {
        return Optional.ofNullable(windows.get(key)).map(TumblingWindow::decoded);
    }

    void passed(long sequence) {
        store.write(() -> {
            checkpoints.put(key, String.valueOf(sequence));
        });
    }

    void passed(long sequence, TumblingWindow window) {
        store.write(() -> {
            checkpoints.put(key, String.valueOf(sequence));
            windows.put(key, window.encoded());
        });
    }

    /** The window goes on with nothing in it. */
    void emptied(TumblingWindow window) {
        store.write(() -> {
            windows.put(key, window.emptied().encoded());
        });
    }

    void closed() {
        store.write(() -> {
            windows.remove(key);
        });
    }
}
