package com.lifeverse.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("contracts")
class EnvelopesTest {
    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"2\"", "4294967296", "null"})
    void hopsThatAreNoneAreRefused(String hops) throws Exception {
        var event = event();
        event.set("hops", Json.read(hops));

        assertThatIllegalArgumentException().isThrownBy(() -> Envelopes.read(event));
    }

    @Test
    void nobodyIsNoPlayerAndANumberIsNoName() throws Exception {
        var event = event();
        assertThat(Envelopes.read(event).playerId()).isEmpty();
        event.putNull("playerId");
        assertThat(Envelopes.read(event).playerId()).isEmpty();
        event.put("playerId", 5);

        assertThatIllegalArgumentException().isThrownBy(() -> Envelopes.read(event));
    }

    private static ObjectNode event() throws Exception {
        return (ObjectNode) Json.read("""
                {"id": "evt_1", "type": "match.ended.v1", "time": "2026-11-20T18:42:09Z", "producer": "game-server",
                 "eventGroupId": "ply_1", "payload": {}}""");
    }
}
