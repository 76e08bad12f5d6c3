package com.lifeverse.local.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("adapters")
final class StoreWriteTest {
    /** Where the store under test keeps its data. */
    enum Kind {
        IN_MEMORY,
        ON_FILE
    }

    @TempDir
    Path directory;

    private final ArrayList<Store> opened = new ArrayList<>();

    static Stream<Kind> kinds() {
        return Stream.of(Kind.values());
    }

    @AfterEach
    void close() {
        opened.forEach(Store::close);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangeThatThrowsLeavesNothing(Kind kind) {
        var store = open(kind);
        var map = store.texts("a");
        store.write(() -> {
            map.put("changed", "old");
            map.put("removed", "old");
        });
        assertThatThrownBy(() -> store.write(() -> {
                    map.put("changed", "new");
                    map.remove("removed");
                    map.put("made", "new");
                    map.putIfAbsent("made too", "new");
                    map.clear();
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");
        assertThat(map).hasSize(2).containsEntry("changed", "old").containsEntry("removed", "old");
        store.write(() -> map.put("next", "1"));
        assertThat(reopened(kind, store, map)).containsOnlyKeys("changed", "removed", "next");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aWriteWithinAWriteIsTakenBackAloneIfItThrowsAlone(Kind kind) {
        var store = open(kind);
        var map = store.texts("a");
        store.write(() -> {
            map.put("outer", "1");
            assertThatThrownBy(() -> store.write(() -> {
                        map.put("outer", "2");
                        map.put("inner", "2");
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            store.write(() -> map.put("second", "1"));
        });
        assertThat(reopened(kind, store, map))
                .containsOnlyKeys("outer", "second")
                .containsEntry("outer", "1");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writesWithinAWriteGoWithIt(Kind kind) {
        var store = open(kind);
        var map = store.texts("a");
        assertThatThrownBy(() -> store.write(() -> {
                    store.write(() -> map.put("inner", "1"));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");
        assertThat(reopened(kind, store, map)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aMapIsChangedOnlyWithinAWrite(Kind kind) {
        var store = open(kind);
        var map = store.texts("a");
        assertThatThrownBy(() -> map.put("key", "value")).hasMessageContaining("only be changed within a write");
        store.write(() -> map.put("key", "value"));
        assertThatThrownBy(() -> map.remove("key")).hasMessageContaining("only be changed within a write");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoHasSeenAPartOfAWriteSettlesOnlyWhenAllOfItIsMade(Kind kind) throws Exception {
        var store = open(kind);
        var map = store.texts("a");
        var seen = new ArrayList<String>();
        var reader = new Thread(() -> {
            seen.add("read " + map.get("first"));
            store.settle();
            seen.add("settled with " + map.get("second"));
        });
        store.write(() -> {
            map.put("first", "1");
            reader.start();
            // Until the reader has come to stand, or has gone past.
            while (reader.getState() != Thread.State.WAITING && reader.isAlive()) {
                Thread.onSpinWait();
            }
            map.put("second", "2");
        });
        reader.join();
        assertThat(seen).containsExactly("read 1", "settled with 2");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingIsWrittenOnceItIsClosed(Kind kind) {
        var store = open(kind);
        var map = store.texts("a");
        store.close();
        assertThatThrownBy(() -> store.write(() -> map.put("key", "value"))).hasMessage("The store is closed");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void virtualThreadsThatAreInterruptedLoseNothing(Kind kind) throws Exception {
        var store = open(kind);
        var map = store.texts("a");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = new ArrayList<Future<?>>();
            for (int i = 0; i < 200; i++) {
                var key = "key" + i;
                writes.add(threads.submit(() -> {
                    Thread.currentThread().interrupt();
                    for (int n = 0; n < 10; n++) {
                        store.write(() -> map.merge(key, "x", String::concat));
                    }
                }));
            }
            for (var write : writes) {
                write.get();
            }
        }
        assertThat(reopened(kind, store, map))
                .hasSize(200)
                .allSatisfy((_, value) -> assertThat(value).isEqualTo("x".repeat(10)));
    }

    private Store open(Kind kind) {
        var store = switch (kind) {
            case IN_MEMORY -> Store.inMemory();
            // Checkpoints come in the middle of the test.
            case ON_FILE -> Store.in(directory, 1000);
        };
        opened.add(store);
        return store;
    }

    private MVMap<String, String> reopened(Kind kind, Store store, MVMap<String, String> map) {
        return switch (kind) {
            case IN_MEMORY -> map;
            case ON_FILE -> {
                store.close();
                yield open(kind).texts(map.getName());
            }
        };
    }
}
