package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static com.lifeverse.local.table.TableWorld.n;
import static com.lifeverse.local.table.TableWorld.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

@Tag("adapters")
class DurabilityTest {
    @TempDir
    private Path directory;

    @Test
    void tablesItemsAndStreamsAreThereAfterARestart() {
        var item = item(
                "playerId",
                "ada",
                "n",
                AttributeValue.fromN("-0.000000000000000000000000000000000000012345"),
                "big",
                AttributeValue.fromN("9".repeat(38)),
                "b",
                AttributeValue.fromB(SdkBytes.fromUtf8String("raw")),
                "t",
                AttributeValue.fromBool(true),
                "nothing",
                AttributeValue.fromNul(true),
                "l",
                AttributeValue.fromL(List.of(n(1), AttributeValue.fromM(Map.of("k", s("é😀"))))),
                "ss",
                AttributeValue.fromSs(List.of("a", "b")),
                "ns",
                AttributeValue.fromNs(List.of("1", "2")),
                "bs",
                AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))));
        String streamArn;
        try (var world = TableWorld.on(Store.in(directory))) {
            world.put("live", item);
            world.put("scores", item("board", "x", "score", 5));
            streamArn = world.streamArn();
        }
        var agenda = Agenda.virtual(TableWorld.START.plusSeconds(60), failure -> {
            throw new AssertionError(failure);
        });
        try (var world = reopened(agenda)) {
            assertThat(world.read("live", item("playerId", "ada"))).isEqualTo(item);
            assertThat(world.read("scores", item("board", "x", "score", 5))).isNotEmpty();
            assertThat(world.streamArn()).isEqualTo(streamArn);
            assertThat(world.tables().newest(streamArn)).isEqualTo(1);
            world.put("live", item("playerId", "bob"));
            assertThat(world.tables().after(streamArn, 0, 10))
                    .extracting(each -> each.sequence())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void whatWasAcknowledgedIsOnDiskBeforeTheStoreIsClosed(@TempDir Path copy) throws Exception {
        try (var world = TableWorld.on(Store.in(directory))) {
            world.put("live", item("playerId", "ada"));
            Files.copy(directory.resolve("stack.mv"), copy.resolve("stack.mv"));
            Files.copy(directory.resolve("stack.log"), copy.resolve("stack.log"));
        }
        try (var world = TableWorld.on(Store.in(copy))) {
            assertThat(world.read("live", item("playerId", "ada"))).isNotEmpty();
            assertThat(world.tables().newest(world.streamArn())).isEqualTo(1);
        }
    }

    @Test
    void aTokenIsRecognisedAfterARestart() {
        try (var world = TableWorld.on(Store.in(directory))) {
            addOnce(world);
        }
        try (var world = TableWorld.on(Store.in(directory))) {
            addOnce(world);
            assertThat(world.read("live", item("playerId", "ada"))).containsEntry("count1", n(1));
        }
    }

    @Test
    void aTableWithOtherKeysIsRefused() {
        try (var world = TableWorld.on(Store.in(directory))) {
            var keys = new KeySchema(new KeyAttribute("other", Value.Type.S), Optional.empty());
            var other = new TableDefinition("live", keys, Optional.empty(), Optional.empty(), Instant.EPOCH);
            assertThatThrownBy(() -> world.tables().create(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Table live exists with other keys");
        }
    }

    private TableWorld reopened(Agenda agenda) {
        var store = Store.in(directory);
        var tables = new Tables(store, agenda);
        return new TableWorld(store, agenda, tables, tables.client(Caller.unrestricted()));
    }

    private static void addOnce(TableWorld world) {
        var add = TransactWriteItem.builder()
                .update(part -> part.tableName("live")
                        .key(item("playerId", "ada"))
                        .updateExpression("ADD count1 :one")
                        .expressionAttributeValues(item(":one", 1)))
                .build();
        world.client()
                .transactWriteItems(write -> write.transactItems(List.of(add)).clientRequestToken("token-1"));
    }
}
