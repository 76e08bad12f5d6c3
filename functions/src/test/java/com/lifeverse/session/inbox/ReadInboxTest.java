package com.lifeverse.session.inbox;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.inbox.InboxMessage.Content;
import com.lifeverse.session.support.InMemorySessionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ReadInboxTest {
    private static final String PLAYER = "ply_1";
    private final InMemorySessionTables tables = new InMemorySessionTables();
    private final ReadInbox inbox = new ReadInbox(tables, POLICY);

    @Test
    void anEmptyInboxIsOnePageWithoutCursor() {
        assertThat(inbox.read(PLAYER, Optional.empty(), 20, NOW))
                .isEqualTo(new ReadInbox.Page(List.of(), Optional.empty()));
    }

    @Test
    void aCursorLeadsThroughAllPagesAndTheLastHasNone() {
        for (int number = 1; number <= 4; number++) {
            deliver(number, NOW);
        }

        var first = inbox.read(PLAYER, Optional.empty(), 2, NOW);
        var before = InboxCursor.read(PLAYER, first.cursor().orElseThrow());
        var last = inbox.read(PLAYER, before, 2, NOW);

        assertThat(first.messages()).extracting(InboxMessage::id).containsExactly("msg_4", "msg_3");
        assertThat(last.messages()).extracting(InboxMessage::id).containsExactly("msg_2", "msg_1");
        assertThat(last.cursor()).isEmpty();
    }

    @Test
    void aMessageBeyondItsLifeIsNotShownThoughItIsStillThere() {
        deliver(1, NOW.minus(Duration.ofDays(31)));
        deliver(2, NOW.minus(Duration.ofDays(29)));

        var page = inbox.read(PLAYER, Optional.empty(), 1, NOW);

        assertThat(page.messages()).extracting(InboxMessage::id).containsExactly("msg_2");
        assertThat(page.cursor()).isEmpty();
    }

    @Test
    void aCursorOfAnotherPlayerIsRefused() {
        assertThat(InboxCursor.read("ply_2", InboxCursor.behind(PLAYER, "msg_1")))
                .isEmpty();
    }

    @Test
    void aCursorThatWasChangedIsRefused() {
        var cursor = InboxCursor.behind(PLAYER, "msg_1");

        assertThat(InboxCursor.read(PLAYER, "x" + cursor)).isEmpty();
        assertThat(InboxCursor.read(PLAYER, "not a cursor")).isEmpty();
        assertThat(InboxCursor.read(PLAYER, "")).isEmpty();
    }

    private void deliver(int number, Instant sentAt) {
        var message = new InboxMessage("msg_" + number, PLAYER, sentAt, "trigger/x", new Content.Text("hello"));
        tables.deliver(message, sentAt.plus(POLICY.inboxLife()));
    }
}
