package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.aws.DynamoTraces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What triggers keep of a player, counted, read and erased on an engine. */
@Tag("contracts")
final class DynamoTracesTest {
    private static final String ALICE = "ply_a";
    private static final String BOB = "ply_b";

    private final Engine engine = Engine.empty();
    private final DynamoTraces traces = new DynamoTraces(engine.client(), "triggers");

    @Test
    void everythingUnderThePlayersKeyIsCountedReadAndErasedAndNobodyElses() {
        put(ALICE, "state#first-win");
        put(ALICE, "grant#trigger/first-win#2026-12-01#1");
        put(ALICE, "profile");
        put(ALICE, "counted#1f");
        put(BOB, "state#first-win");

        assertThat(traces.count(ALICE))
                .isEqualTo(Map.of("trigger-state", 1L, "grant", 1L, "game-profile", 1L, "counted-event", 1L));
        assertThat(traces.all(ALICE))
                .allSatisfy(trace ->
                        assertThat(trace.data()).containsEntry("item", "coins").doesNotContainKeys("out", "playerId"));
        assertThat(traces.erase(ALICE)).isTrue();
        assertThat(traces.erase(ALICE)).as("again").isTrue();
        assertThat(traces.count(ALICE)).isEmpty();
        assertThat(traces.count(BOB)).hasSize(1);
    }

    @Test
    void aLargeLedgerIsErasedInPortions() {
        for (int grant = 0; grant < 1_001; grant++) {
            put(ALICE, "grant#trigger/first-win#" + grant + "#1");
        }
        assertThat(List.of(traces.erase(ALICE), traces.erase(ALICE))).containsExactly(false, true);
        assertThat(traces.count(ALICE)).isEmpty();
    }

    private void put(String player, String sort) {
        var item = Map.of("playerId", text(player), "sk", text(sort), "item", text("coins"), "out", text("[]"));
        engine.client().putItem(request -> request.tableName("triggers").item(item));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
