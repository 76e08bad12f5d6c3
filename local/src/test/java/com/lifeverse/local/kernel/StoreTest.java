package com.lifeverse.local.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class StoreTest {
    @TempDir
    Path directory;

    @TempDir
    Path copy;

    @Test
    void aCopyHasAllThatWasThereAndGoesItsOwnWay() {
        try (var store = Store.inMemory();
                var copy = Store.inMemory()) {
            var original = store.texts("map");
            store.write(() -> {
                original.put("key", "value");
            });
            store.copyTo(copy);
            store.write(() -> {
                original.put("key", "changed");
            });
            assertThat(copy.texts("map").get("key")).isEqualTo("value");
        }
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        try (var store = Store.in(directory)) {
            store.write(() -> store.texts("a").put("key", "value"));
        }
        try (var store = Store.in(directory)) {
            assertThat(store.texts("a")).containsEntry("key", "value");
        }
    }

    @Test
    void aSecondStoreOnTheSameDataIsRefused() {
        try (var store = Store.in(directory)) {
            store.texts("a");
            assertThatThrownBy(() -> Store.in(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The data in " + directory
                            + " is in use by another stack; stop that one, or use another directory");
        }
    }

    @Test
    void whatHasReturnedIsInTheFilesBeforeTheStoreIsClosed() {
        try (var store = Store.in(directory)) {
            var map = store.texts("a");
            store.write(() -> map.put("kept", "1"));
            store.write(() -> {
                map.put("kept", "2");
                map.put("gone", "");
            });
            store.write(() -> map.remove("gone"));
            copyFiles();
        }
        try (var store = Store.in(copy)) {
            assertThat(store.texts("a")).containsOnlyKeys("kept").containsEntry("kept", "2");
        }
    }

    @Test
    void aWriteOfManyMegabytesIsInTheFilesAsAWholeOrNotAtAll() {
        try (var store = Store.in(directory)) {
            var map = store.texts("a");
            store.write(() -> {
                for (int i = 0; i < 8000; i++) {
                    map.put("key" + i, "x".repeat(1000));
                }
                copyFiles();
            });
        }
        try (var store = Store.in(copy)) {
            assertThat(store.texts("a")).isEmpty();
        }
        try (var store = Store.in(directory)) {
            assertThat(store.texts("a")).hasSize(8000);
        }
    }

    @Test
    void aWriteThatWasTornIsNotThereAndThoseBeforeItAre() throws Exception {
        try (var store = Store.in(directory)) {
            var map = store.texts("a");
            store.write(() -> map.put("whole", "1"));
            store.write(() -> {
                map.put("torn", "1");
                map.put("torn too", "1");
            });
            copyFiles();
        }
        try (var log = new RandomAccessFile(copy.resolve("stack.log").toFile(), "rw")) {
            log.setLength(log.length() - 1);
        }
        try (var store = Store.in(copy)) {
            assertThat(store.texts("a")).containsOnlyKeys("whole");
            store.write(() -> store.texts("a").put("after", "1"));
        }
        try (var store = Store.in(copy)) {
            assertThat(store.texts("a")).containsOnlyKeys("whole", "after");
        }
    }

    @Test
    void mapsThatARunDoesNotOpenKeepWhatTheyHold() {
        try (var store = Store.in(directory)) {
            var numbers = store.map("numbers", LongDataType.INSTANCE, StringDataType.INSTANCE);
            store.write(() -> numbers.put(1L, "one"));
            copyFiles();
        }
        for (int run = 0; run < 2; run++) {
            try (var store = Store.in(copy)) {
                store.write(() -> store.texts("a").put("key", "value"));
            }
        }
        try (var store = Store.in(copy)) {
            assertThat(store.map("numbers", LongDataType.INSTANCE, StringDataType.INSTANCE))
                    .containsEntry(1L, "one");
        }
    }

    @Test
    void aLogThatIsMissingIsAFaultAndNotAnEmptyOne() throws Exception {
        Store.in(directory).close();
        Files.delete(directory.resolve("stack.log"));
        assertThatThrownBy(() -> Store.in(directory)).hasMessageContaining("stack.log is missing");
    }

    @Test
    void theLogOfAnotherStoreIsRefused() {
        Store.in(copy).close();
        for (int run = 0; run < 3; run++) {
            Store.in(directory).close();
        }
        copy(directory.resolve("stack.log"), copy.resolve("stack.log"));
        assertThatThrownBy(() -> Store.in(copy)).hasMessageContaining("files of two stores seem to be mixed");
    }

    @Test
    void filesDoNotGrowWhenTheSameEntriesAreWrittenAgainAndAgain() throws Exception {
        long logLimit = 256 << 10;
        long largest = 0;
        try (var store = Store.in(directory, logLimit)) {
            var map = store.texts("a");
            for (int i = 0; i < 40_000; i++) {
                var key = "key" + i % 500;
                var value = i + "x".repeat(500);
                store.write(() -> map.put(key, value));
                if (i % 100 == 0) {
                    largest = Math.max(largest, size());
                }
            }
        }
        // 40,000 writes of half a kilobyte are 20 MB; 500 live entries are a quarter of one.
        assertThat(largest).isLessThan(3 << 20);
        try (var store = Store.in(directory)) {
            assertThat(store.texts("a")).hasSize(500);
        }
        assertThat(size()).isLessThan(3 << 20);
    }

    private long size() throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void copyFiles() {
        for (var name : List.of("stack.mv", "stack.log")) {
            copy(directory.resolve(name), copy.resolve(name));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
