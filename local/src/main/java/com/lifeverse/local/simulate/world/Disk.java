package com.lifeverse.local.simulate.world;

import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;

/** What outlives the stack's process. */
public interface Disk extends AutoCloseable {
    /** The store as the present process has it. */
    Store store();

    /** The process has ended: the next one opens the store again. */
    Store reopened();

    @Override
    void close();

    /** A disk in memory: what was written is there at once, however the process ends. */
    static Disk inMemory() {
        var store = Store.inMemory();
        return new Disk() {
            @Override
            public Store store() {
                return store;
            }

            @Override
            public Store reopened() {
                return store;
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    /** A file in {@code directory}, which is read again after each restart. */
    static Disk in(Path directory) {
        return new Disk() {
            private Store store = Store.in(directory);

            @Override
            public Store store() {
                return store;
            }

            @Override
            public Store reopened() {
                store.close();
                store = Store.in(directory);
                return store;
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }
}
