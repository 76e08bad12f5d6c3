package com.lifeverse.local.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class StoreTest {
    @TempDir
    Path directory;

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
    void aSecondProcessOnTheSameDataIsRefused() {
        try (var store = Store.in(directory)) {
            store.texts("a");
            assertThatThrownBy(() -> Store.in(directory)).hasMessageContaining("in use");
        }
    }

    @Test
    void nestedWritesAreOneWrite() {
        try (var store = Store.in(directory)) {
            var map = store.texts("a");
            store.write(() -> {
                map.put("outer", "1");
                store.write(() -> map.put("inner", "2"));
            });
            assertThat(map).hasSize(2);
        }
    }
}
