package com.lifeverse.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
final class OutboxTest {
    private static final Envelope FIRST = Envelope.first(
            "evt_1", "session.ended.v1", Instant.parse("2026-01-01T00:00:00Z"), "ply_1", "session", Map.of("a", 1));

    @Test
    void whatFollowsFromTheRestIsLeftOutAndThereAgainWhenItIsTold() throws Exception {
        var news = Outbox.telling(List.of(FIRST)).s();

        assertThat(news)
                .isEqualTo("[{\"id\":\"evt_1\",\"type\":\"session.ended.v1\",\"time\":\"2026-01-01T00:00:00Z\","
                        + "\"playerId\":\"ply_1\",\"producer\":\"session\",\"payload\":{\"a\":1}}]");
        assertThat(Outbox.told(news)).containsExactly(Envelopes.write(FIRST));
    }

    @Test
    void whatDoesNotFollowIsKept() throws Exception {
        var next = FIRST.next("evt_2", "grant.made.v1", FIRST.time(), "trigger", Map.of())
                .deduplicatedBy("once");

        assertThat(Outbox.told(Outbox.telling(List.of(next)).s())).containsExactly(Envelopes.write(next));
    }

    @Test
    void aWholeEnvelopeIsToldAsItIs() throws Exception {
        var whole = "[" + Envelopes.write(FIRST) + "]";

        assertThat(Outbox.told(whole)).containsExactly(Envelopes.write(FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[{}]", "[{\"id\":\"e\",\"type\":\"a.v1\",\"time\":\"today\"}]", "[1]"})
    void whatIsNoNewsIsSaidToBeUnreadable(String text) {
        assertThatThrownBy(() -> Outbox.told(text)).isInstanceOf(Outbox.Unreadable.class);
    }
}
