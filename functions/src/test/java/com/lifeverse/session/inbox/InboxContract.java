package com.lifeverse.session.inbox;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.inbox.Inbox.Delivery;
import com.lifeverse.session.inbox.InboxMessage.Content;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Started;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.support.Fixtures;
import com.lifeverse.session.support.SessionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Inbox} does. */
public abstract class InboxContract {
    private static final Instant EXPIRES = NOW.plus(Duration.ofDays(30));

    private SessionTables tables;
    private Inbox inbox;
    private SessionStart online;

    /** Empty tables. */
    protected abstract SessionTables tables();

    @BeforeEach
    void onePlayerIsOnline() {
        tables = tables();
        inbox = tables.inbox();
        online = firstStart(1);
        tables.live().start(online);
    }

    @Test
    void anInboxIsEmptyAtFirst() {
        assertThat(inbox.newest(online.playerId(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void aMessageToAPlayerOnlineIsAnnounced() {
        assertThat(inbox.deliver(text(online.playerId(), 1), EXPIRES)).isEqualTo(Delivery.ANNOUNCED);
        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void aMessageThatComesAgainChangesNothing() {
        inbox.deliver(text(online.playerId(), 1), EXPIRES);

        assertThat(inbox.deliver(text(online.playerId(), 1), EXPIRES)).isEqualTo(Delivery.ALREADY_THERE);
        assertThat(notices()).isEqualTo(1);
        assertThat(inbox.newest(online.playerId(), Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void aMessageThatComesAgainWithAnotherTimeChangesNothing() {
        var message = text(online.playerId(), 1);
        inbox.deliver(message, EXPIRES);
        var again = new InboxMessage(
                message.id(), message.playerId(), NOW.plusSeconds(5), message.source(), message.content());

        assertThat(inbox.deliver(again, EXPIRES.plusSeconds(5))).isEqualTo(Delivery.ALREADY_THERE);
        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void aMessageToAPlayerWhoIsNotOnlineIsKept() {
        var message = text("ply_offline", 1);

        assertThat(inbox.deliver(message, EXPIRES)).isEqualTo(Delivery.KEPT);
        assertThat(inbox.deliver(message, EXPIRES)).isEqualTo(Delivery.ALREADY_THERE);
        assertThat(inbox.newest("ply_offline", Optional.empty(), 10)).containsExactly(message);
        assertThat(tables.live().read("ply_offline")).isEmpty();
    }

    @Test
    void anAnnouncementTellsThatThereIsAMessageAndNothingElse() {
        var message = text(online.playerId(), 1);
        inbox.deliver(message, EXPIRES);

        assertThat(tables.told(online.playerId())).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("notice.requested.v1");
            assertThat(event.payload()).containsEntry("about", message.id()).containsEntry("announced", true);
        });
    }

    @Test
    void anAnnouncementDoesNotDisturbASignInThatIsUnderWay() {
        var seen = tables.live().read(online.playerId()).orElseThrow().lastCommand();
        inbox.deliver(text(online.playerId(), 1), EXPIRES);
        var next = Fixtures.start(online.playerId(), Optional.of(seen), FreshIds.from(Fixtures.ids(2)), NOW);

        assertThat(tables.live().start(next)).isEqualTo(new Started(1));
    }

    @Test
    void messagesComeBackAsTheyWereSent() {
        var grant = new InboxMessage(
                "msg_2", online.playerId(), NOW, "trigger/first-win", new Content.Grant("gnt_1", "coins", 100));
        inbox.deliver(grant, EXPIRES);
        inbox.deliver(text(online.playerId(), 1), EXPIRES);

        assertThat(inbox.newest(online.playerId(), Optional.empty(), 10))
                .containsExactly(grant, text(online.playerId(), 1));
    }

    @Test
    void theNewestComeFirstAndPagesJoin() {
        for (int number = 1; number <= 5; number++) {
            inbox.deliver(text(online.playerId(), number), EXPIRES);
        }
        inbox.deliver(text("ply_other", 9), EXPIRES);

        var firstPage = inbox.newest(online.playerId(), Optional.empty(), 2);
        var secondPage =
                inbox.newest(online.playerId(), Optional.of(firstPage.getLast().id()), 10);

        assertThat(ids(firstPage)).containsExactly("msg_5", "msg_4");
        assertThat(ids(secondPage)).containsExactly("msg_3", "msg_2", "msg_1");
    }

    private long notices() {
        return tables.live().read(online.playerId()).orElseThrow().notices();
    }

    private static List<String> ids(List<InboxMessage> messages) {
        return messages.stream().map(InboxMessage::id).toList();
    }

    private static InboxMessage text(String playerId, int number) {
        return new InboxMessage("msg_" + number, playerId, NOW, "trigger/first-win", new Content.Text("first-win"));
    }
}
