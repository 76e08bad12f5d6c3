package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.attribute;
import static com.lifeverse.local.table.TableWorld.item;
import static com.lifeverse.local.table.TableWorld.n;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

@Tag("adapters")
class ConcurrencyTest {
    private static final int THREADS = 16;
    private static final int EACH = 200;
    private static final Map<String, AttributeValue> ADA = item("playerId", "ada");

    @Test
    void sixteenThreadsOfConditionalIncrementsLoseNone() throws Exception {
        try (var world = TableWorld.inMemory()) {
            world.put("live", item("playerId", "ada", "gen", 0));
            inParallel(() -> incrementTimes(world, EACH));
            assertThat(world.read("live", ADA)).containsEntry("gen", n((long) THREADS * EACH));
            assertThat(world.tables().newest(world.streamArn())).isEqualTo((long) THREADS * EACH + 1);
        }
    }

    @Test
    void incrementsThatReturnedAreOnDisk(@TempDir Path directory) throws Exception {
        try (var world = TableWorld.on(Store.in(directory))) {
            world.put("live", item("playerId", "ada", "gen", 0));
            inParallel(() -> incrementTimes(world, 10));
        }
        try (var world = TableWorld.on(Store.in(directory))) {
            assertThat(world.read("live", ADA)).containsEntry("gen", n(THREADS * 10));
            assertThat(world.tables().newest(world.streamArn())).isEqualTo(THREADS * 10 + 1);
        }
    }

    @Test
    void transactionsOverTwoTablesNeverShowHalf() throws Exception {
        try (var world = TableWorld.inMemory()) {
            inParallel(() -> {
                for (int i = 0; i < 50; i++) {
                    world.client()
                            .transactWriteItems(write -> write.transactItems(
                                    List.of(add("live", ADA), add("players", item("pk", "ada", "sk", "player")))));
                }
                return true;
            });
            assertThat(world.read("live", ADA)).containsEntry("gen", n(THREADS * 50));
            assertThat(world.read("players", item("pk", "ada", "sk", "player"))).containsEntry("gen", n(THREADS * 50));
        }
    }

    private static TransactWriteItem add(String table, Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .update(part -> part.tableName(table)
                        .key(key)
                        .updateExpression("ADD gen :one")
                        .expressionAttributeValues(item(":one", 1)))
                .build();
    }

    private static boolean incrementTimes(TableWorld world, int times) {
        long expected = 0;
        for (int done = 0; done < times; ) {
            try {
                increment(world, expected);
                expected++;
                done++;
            } catch (ConditionalCheckFailedException e) {
                expected = Long.parseLong(attribute(e.item(), "gen").n());
            }
        }
        return true;
    }

    private static void increment(TableWorld world, long expected) {
        world.client()
                .updateItem(update -> update.tableName("live")
                        .key(ADA)
                        .updateExpression("SET gen = gen + :one")
                        .conditionExpression("gen = :expected")
                        .expressionAttributeValues(item(":one", 1, ":expected", expected))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static void inParallel(Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < THREADS; i++) {
                all.add(work);
            }
            for (var each : threads.invokeAll(all)) {
                assertThat(each.get()).isTrue();
            }
        }
    }
}
