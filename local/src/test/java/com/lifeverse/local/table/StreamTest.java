package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class StreamTest {
    private final TableWorld world = TableWorld.inMemory();

    @Test
    void aChangeIsShownAsAFunctionGetsIt() throws Exception {
        world.put("live", item("playerId", "ada", "gen", 1));
        world.put("live", item("playerId", "ada", "gen", 2));
        var record = records().get(1);
        assertThat(record.path("eventID").asText()).matches("[0-9a-f]{32}");
        record.remove("eventID");
        assertThat(new ObjectMapper().readTree(record.toString())).isEqualTo(new ObjectMapper().readTree("""
                {
                  "eventName": "MODIFY",
                  "eventVersion": "1.1",
                  "eventSource": "aws:dynamodb",
                  "awsRegion": "us-east-1",
                  "dynamodb": {
                    "ApproximateCreationDateTime": 1796126400,
                    "Keys": {"playerId": {"S": "ada"}},
                    "NewImage": {"playerId": {"S": "ada"}, "gen": {"N": "2"}},
                    "OldImage": {"playerId": {"S": "ada"}, "gen": {"N": "1"}},
                    "SequenceNumber": "100000000000000000002",
                    "SizeBytes": 43,
                    "StreamViewType": "NEW_AND_OLD_IMAGES"
                  },
                  "eventSourceARN": "arn:aws:dynamodb:us-east-1:111111111111:table/live/stream/2026-12-01T12:00:00.000"
                }
                """));
    }

    @Test
    void insertsChangesAndRemovalsAreToldInOrder() {
        world.put("live", item("playerId", "ada"));
        world.put("live", item("playerId", "ada", "gen", 1));
        world.client().deleteItem(delete -> delete.tableName("live").key(item("playerId", "ada")));
        assertThat(records())
                .extracting(each -> each.path("eventName").asText())
                .containsExactly("INSERT", "MODIFY", "REMOVE");
        assertThat(records().getLast().path("dynamodb").has("NewImage")).isFalse();
        assertThat(records())
                .allSatisfy(each -> assertThat(each.has("userIdentity")).isFalse());
    }

    @Test
    void aWriteThatChangesNothingIsNotTold() {
        world.put("live", item("playerId", "ada", "gen", 1));
        world.put("live", item("playerId", "ada", "gen", 1));
        world.client().deleteItem(delete -> delete.tableName("live").key(item("playerId", "bob")));
        assertThat(world.tables().newest(world.streamArn())).isEqualTo(1);
    }

    @Test
    void whoWatchesIsWokenOnceARecordIsThere() {
        var seen = new AtomicInteger();
        world.tables()
                .watch(
                        world.streamArn(),
                        () -> seen.addAndGet((int) world.tables().newest(world.streamArn())));
        world.put("live", item("playerId", "ada"));
        world.put("players", item("pk", "ada", "sk", "player"));
        assertThat(seen).hasValue(1);
    }

    @Test
    void recordsAreReadFromWhereAReaderLeftOff() {
        for (int i = 0; i < 5; i++) {
            world.put("live", item("playerId", "p" + i));
        }
        var page = world.tables().after(world.streamArn(), 2, 2);
        assertThat(page).extracting(each -> each.sequence()).containsExactly(3L, 4L);
    }

    @Test
    void recordsGoAfterADayButTheNumberingGoesOn() {
        world.put("live", item("playerId", "ada"));
        world.agenda().advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(records()).isEmpty();
        assertThat(world.tables().newest(world.streamArn())).isEqualTo(1);
        world.put("live", item("playerId", "bob"));
        assertThat(world.tables().after(world.streamArn(), 0, 10))
                .extracting(each -> each.sequence())
                .containsExactly(2L);
    }

    private List<ObjectNode> records() {
        return world.tables().after(world.streamArn(), 0, 100).stream()
                .map(each -> each.event())
                .toList();
    }
}
