package com.lifeverse.local.table.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sixteen threads of random reads, writes and transactions over few items: their history has an explanation one at a
 * time, in the order of real time. {@code -Dlifeverse.operations=N} plays N operations a thread, {@code
 * -Dlifeverse.seed=N} other ones.
 */
@Tag("adapters")
class SerializabilityTest {
    private static final int THREADS = 16;
    private static final int OPERATIONS = Integer.getInteger("lifeverse.operations", 100);
    private static final long SEED = Long.getLong("lifeverse.seed", 1);
    private static final int ITEMS_AT_ONCE = 6;
    // Items are left behind for fresh ones before their lists grow long.
    private static final int OPERATIONS_WITH_THE_SAME = 20;

    @Test
    void sixteenThreadsInMemoryAreSerializable() throws Exception {
        try (var store = Store.inMemory()) {
            check(store);
        }
    }

    @Test
    void sixteenThreadsOnFileAreSerializable(@TempDir Path directory) throws Exception {
        try (var store = Store.in(directory, 1 << 20)) {
            check(store);
        }
    }

    @Test
    void aTransactionMadeInTwoStepsIsFound() {
        try (var store = Store.inMemory()) {
            var client = client(store, List.of("x", "y"));
            var course = new Player.Course(new AtomicLong(), new AtomicInteger());
            var writer = new Player(client, course, new Random(SEED));
            var reader = new Player(client, course, new Random(SEED));
            writer.record(id -> {
                writer.append("x", id);
                reader.record(_ -> reader.readAll(List.of("x", "y")));
                writer.append("y", id);
            });
            var operations = new ArrayList<>(writer.made());
            operations.addAll(reader.made());
            assertThat(new History(operations, finals(client, List.of("x", "y"))).violation())
                    .hasValueSatisfying(found -> assertThat(found).startsWith("Cycle"));
        }
    }

    private static void check(Store store) throws Exception {
        var client = client(store, items(OPERATIONS));
        var course = new Player.Course(new AtomicLong(), new AtomicInteger());
        var start = new CyclicBarrier(THREADS);
        var operations = new ArrayList<Operation>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var playing = new ArrayList<Future<List<Operation>>>();
            for (int i = 0; i < THREADS; i++) {
                var player = new Player(client, course, new Random(SEED * THREADS + i));
                playing.add(threads.submit(() -> {
                    start.await();
                    IntStream.range(0, OPERATIONS).forEach(n -> player.play(items(n, 1)));
                    return player.made();
                }));
            }
            for (var each : playing) {
                operations.addAll(each.get());
            }
        }
        assertThat(new History(operations, finals(client, items(OPERATIONS))).violation())
                .as("seed " + SEED)
                .isEmpty();
        assertThat(operations).hasSize(THREADS * OPERATIONS);
        assertThat(operations).anyMatch(each -> each.writes().size() > 1);
    }

    private static List<String> items(int operations) {
        return items(0, (operations + OPERATIONS_WITH_THE_SAME - 1) / OPERATIONS_WITH_THE_SAME);
    }

    /** The items of operation {@code n}, and of the groups that follow. */
    private static List<String> items(int n, int groups) {
        int first = n / OPERATIONS_WITH_THE_SAME;
        return IntStream.range(first * ITEMS_AT_ONCE, (first + groups) * ITEMS_AT_ONCE)
                .mapToObj(each -> "item-" + each)
                .toList();
    }

    private static Map<String, List<Integer>> finals(DynamoDbClient client, List<String> items) {
        var finals = new HashMap<String, List<Integer>>();
        for (var item : items) {
            finals.put(
                    item,
                    Items.writers(client.getItem(
                                    get -> get.tableName(Items.table(item)).key(Items.key(item)))
                            .item()));
        }
        return finals;
    }

    private static DynamoDbClient client(Store store, List<String> items) {
        var agenda = Agenda.virtual(Instant.parse("2026-12-01T12:00:00Z"), failure -> {
            throw new AssertionError(failure);
        });
        var tables = new Tables(store, agenda);
        var keys = new KeySchema(new KeyAttribute("id", Value.Type.S), Optional.empty());
        Items.TABLES.forEach(name ->
                tables.create(new TableDefinition(name, keys, Optional.empty(), Optional.empty(), Instant.EPOCH)));
        var client = tables.client(Caller.unrestricted());
        items.forEach(
                item -> client.putItem(put -> put.tableName(Items.table(item)).item(Items.blank(item))));
        return client;
    }
}
