package com.lifeverse.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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

    @Test
    void packedNewsAreToldAlikeInFewerBytes() throws Exception {
        var player = "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc";
        var news = new ArrayList<Envelope>();
        for (int i = 10; i < 16; i++) {
            var session = "ses_01a1fb98-ef51-7076-ae4f-5658aa810b" + i;
            news.add(Envelope.first(
                    "evt_01a1fb98-ef51-7076-ae4f-8812aa840b" + i,
                    "session.ended.v1",
                    FIRST.time(),
                    player,
                    "session",
                    Map.of("sessionId", session, "platform", "switch", "reason", "replaced")));
        }
        var packed = Outbox.packed(news);

        assertThat(Outbox.told(packed))
                .isEqualTo(Outbox.told(Outbox.telling(news)))
                .containsExactlyElementsOf(news.stream().map(Envelopes::write).toList());
        assertThat(packed.b().asByteArray().length * 3)
                .isLessThan(Outbox.telling(news).s().length());
    }

    @Test
    void packedNewsOfTodayAreReadTomorrow() throws Exception {
        var today = Base64.getDecoder().decode("AUN2kSHR7jEwBKIQAwMrMMLiOkMi3JaoZGUIDEgA");

        assertThat(Outbox.told(AttributeValue.fromB(SdkBytes.fromByteArray(today))))
                .containsExactly(Envelopes.write(FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "AQ==", "AQAA", "AgMA"})
    void whatWasNotPackedIsSaidToBeUnreadable(String base64) {
        var packed =
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(base64)));

        assertThatThrownBy(() -> Outbox.told(packed)).isInstanceOf(Outbox.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[{}]", "[{\"id\":\"e\",\"type\":\"a.v1\",\"time\":\"today\"}]", "[1]"})
    void whatIsNoNewsIsSaidToBeUnreadable(String text) {
        assertThatThrownBy(() -> Outbox.told(text)).isInstanceOf(Outbox.Unreadable.class);
    }
}
