package com.lifeverse.session.inbox;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.inbox.InboxMessage.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class InboxLetterTest {
    private static final Map<String, Object> GRANT = Map.of(
            "grantId",
            "gnt_1",
            "source",
            "trigger/first-win",
            "occurrence",
            "m1",
            "tier",
            1,
            "item",
            "coins",
            "amount",
            100);
    private final UUID id = ids(1).get();

    @Test
    void aGrantBecomesAMessage() {
        var message = InboxLetter.of(event("evt_" + id, InboxLetter.GRANT_MADE, NOW, GRANT));

        assertThat(message)
                .isEqualTo(new InboxMessage(
                        "msg_" + id, "ply_1", NOW, "trigger/first-win", new Content.Grant("gnt_1", "coins", 100)));
    }

    @Test
    void aRequestedTextBecomesAMessage() {
        var payload = Map.<String, Object>of("message", "first-win", "source", "trigger/first-win");
        var message = InboxLetter.of(event("evt_" + id, InboxLetter.MESSAGE_REQUESTED, NOW, payload));

        assertThat(message.content()).isEqualTo(new Content.Text("first-win"));
    }

    @Test
    void anotherTellingOfAnEventIsTheSameMessage() {
        var first = event("evt_derived-of-a-decision", InboxLetter.GRANT_MADE, NOW, GRANT);

        assertThat(InboxLetter.of(first).id()).isEqualTo(InboxLetter.of(first).id());
    }

    @Test
    void anIdWithoutTimeTakesThatOfItsCauseHoweverLateItIsTold() {
        var cause = event("evt_" + id, InboxLetter.GRANT_MADE, NOW, GRANT);
        var early = cause.next("evt_derived", InboxLetter.GRANT_MADE, NOW.plusSeconds(1), "trigger", GRANT);
        var late = cause.next("evt_derived", InboxLetter.GRANT_MADE, NOW.plusSeconds(99), "trigger", GRANT);

        assertThat(InboxLetter.messageId(late)).isEqualTo(InboxLetter.messageId(early));
    }

    @Test
    void laterEventsSortBehindEarlierOnes() {
        var early = event("evt_derived-a", InboxLetter.GRANT_MADE, NOW, GRANT);
        var late = event("evt_derived-b", InboxLetter.GRANT_MADE, NOW.plus(Duration.ofMillis(1)), GRANT);

        assertThat(InboxLetter.messageId(late)).isGreaterThan(InboxLetter.messageId(early));
    }

    @Test
    void anEventOfAnotherTypeIsRefused() {
        var other = event("evt_" + id, "match.ended.v1", NOW, GRANT);

        assertThatThrownBy(() -> InboxLetter.of(other)).hasMessageContaining("match.ended.v1");
    }

    @Test
    void anEventThatLacksWhatItsSchemaDemandsIsRefused() {
        var broken = event("evt_" + id, InboxLetter.GRANT_MADE, NOW, Map.of("source", "trigger/x"));

        assertThatThrownBy(() -> InboxLetter.of(broken)).hasMessageContaining("grantId");
    }

    private static Envelope event(String id, String type, Instant time, Map<String, Object> payload) {
        return Envelope.first(id, type, time, "ply_1", "trigger", payload);
    }
}
