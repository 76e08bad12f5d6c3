package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
class TimeToLiveTest {
    private static final long IN_AN_HOUR = TableWorld.START.plusSeconds(3600).getEpochSecond();

    private final TableWorld world = TableWorld.inMemory();

    @Test
    void anItemGoesOnceItsTimeIsOver() {
        world.put("live", item("playerId", "ada", "ttl", IN_AN_HOUR));
        world.put("live", item("playerId", "bob"));
        world.agenda().advance(Duration.ofMinutes(60));
        assertThat(world.read("live", item("playerId", "ada"))).isNotEmpty();
        world.agenda().advance(Duration.ofMinutes(1));
        assertThat(world.read("live", item("playerId", "ada"))).isEmpty();
        assertThat(world.read("live", item("playerId", "bob"))).isNotEmpty();
    }

    @Test
    void itsEndIsToldAsDoneByTheService() {
        world.put("live", item("playerId", "ada", "ttl", IN_AN_HOUR));
        world.agenda().advance(Duration.ofHours(2));
        var record = world.tables().after(world.streamArn(), 1, 10).getFirst().event();
        assertThat(record.path("eventName").asText()).isEqualTo("REMOVE");
        assertThat(record.path("userIdentity").path("type").asText()).isEqualTo("Service");
        assertThat(record.path("userIdentity").path("principalId").asText()).isEqualTo("dynamodb.amazonaws.com");
    }

    @Test
    void anItemWhoseEndIsPutOffStays() {
        world.put("live", item("playerId", "ada", "ttl", IN_AN_HOUR));
        world.put("live", item("playerId", "ada", "ttl", IN_AN_HOUR + 3600));
        world.agenda().advance(Duration.ofMinutes(90));
        assertThat(world.read("live", item("playerId", "ada"))).isNotEmpty();
        world.agenda().advance(Duration.ofMinutes(31));
        assertThat(world.read("live", item("playerId", "ada"))).isEmpty();
    }

    @Test
    void anEndThatIsNoNumberOrLongPastIsNone() {
        world.put("live", item("playerId", "ada", "ttl", "soon"));
        world.put("live", item("playerId", "bob", "ttl", 1));
        world.agenda().advance(Duration.ofDays(2));
        assertThat(world.read("live", item("playerId", "ada"))).isNotEmpty();
        assertThat(world.read("live", item("playerId", "bob"))).isNotEmpty();
    }

    @Test
    void itemsOfAnEarlierRunGoToo(@TempDir Path directory) {
        try (var first = TableWorld.on(Store.in(directory))) {
            first.put("live", item("playerId", "ada", "ttl", IN_AN_HOUR));
        }
        try (var second = TableWorld.on(Store.in(directory))) {
            second.agenda().advance(Duration.ofMinutes(62));
            assertThat(second.read("live", item("playerId", "ada"))).isEmpty();
        }
    }
}
