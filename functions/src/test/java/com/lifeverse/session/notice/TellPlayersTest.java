package com.lifeverse.session.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.notice.Connections.Opened.Fresh;
import com.lifeverse.session.notice.NoticeEvents.Reason;
import com.lifeverse.session.support.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TellPlayersTest implements Notifier, Announcements {
    private static final Instant NOW = Fixtures.NOW;
    private static final String SESSION = "ses_01a1fb98-ef51-7076-ae4f-5658aa810b5a";
    private static final String ALICE = "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc";
    private static final String BOB = "ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbd";

    private final InMemoryConnections connections = new InMemoryConnections();
    private final Supplier<UUID> ids = Fixtures.ids(5);
    private final NoticePolicy policy = Standard.of(NoticePolicy.class);
    private final Line line = new Line(connections, policy);
    private final TellPlayers players = new TellPlayers(this, connections, this, policy);
    private final List<String> sent = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private final List<String> announced = new ArrayList<>();
    private final Set<String> inTrouble = new HashSet<>();

    @Override
    public Sent send(Connection connection, Notice notice) {
        if (gone.contains(connection.id())) {
            return Sent.GONE;
        }
        sent.add(connection.id() + " " + notice.topic() + " "
                + notice.noticeRevision().orElse(0));
        return Sent.SENT;
    }

    @Override
    public void drop(String connectionId) {
        dropped.add(connectionId);
    }

    @Override
    public OptionalLong announce(String playerId) {
        if (inTrouble.contains(playerId)) {
            throw new IllegalStateException(playerId);
        }
        announced.add(playerId);
        return OptionalLong.of(7);
    }

    @Test
    void whoIsConnectedHearsAtOnceAndEverybodyWithTheNextRenewal() {
        connect(ALICE, "c1");

        players.tell(request(List.of(ALICE, BOB), false), ids, NOW);

        assertThat(sent).containsExactly("c1 group 7");
        assertThat(announced).containsExactly(ALICE, BOB);
    }

    @Test
    void whatIsAnnouncedAlreadyIsNotCountedAgain() {
        connect(ALICE, "c1");

        players.tell(request(List.of(ALICE), true), ids, NOW);

        assertThat(sent).containsExactly("c1 group 0");
        assertThat(announced).isEmpty();
    }

    @Test
    void aConnectionThatIsGoneIsForgottenAndToldAsOver() {
        connect(ALICE, "c1");
        gone.add("c1");

        players.tell(request(List.of(ALICE), false), ids, NOW.plusSeconds(60));

        assertThat(connections.of(ALICE)).isEmpty();
        assertThat(connections.told().getLast().payload()).containsEntry("reason", "gone");
    }

    @Test
    void aConnectionThatIsJustBeingOpenedStays() {
        connect(ALICE, "c1");
        gone.add("c1");

        players.tell(request(List.of(ALICE), false), ids, NOW.plusSeconds(1));

        assertThat(connections.of(ALICE)).hasSize(1);
    }

    @Test
    void oneInTroubleKeepsNobodyFromHearing() {
        connect(BOB, "c2");
        inTrouble.add(ALICE);

        assertThatThrownBy(() -> players.tell(request(List.of(ALICE, BOB), false), ids, NOW))
                .hasMessage(ALICE);
        assertThat(sent).containsExactly("c2 group 7");
    }

    @Test
    void theConnectionOfAnEndedSessionHearsWhyAndIsCut() {
        connect(ALICE, "c1");

        players.ended(ALICE, SESSION, "replaced");
        players.ended(ALICE, SESSION, "replaced");

        assertThat(sent).containsExactly("c1 session 0");
        assertThat(dropped).containsExactly("c1");
        assertThat(connections.of(ALICE)).isEmpty();
    }

    @Test
    void theConnectionFromBeforeAHandOffIsCutAndOneOpenedSinceStays() {
        connect(ALICE, "c1");

        players.moved(ALICE, SESSION, NOW, ids, NOW);
        assertThat(dropped).isEmpty();
        players.moved(ALICE, SESSION, NOW.plusMillis(1), ids, NOW.plusMillis(1));

        assertThat(sent).containsExactly("c1 session 0");
        assertThat(dropped).containsExactly("c1");
        assertThat(connections.of(ALICE)).isEmpty();
        assertThat(connections.told().getLast().payload()).containsEntry("reason", "closed");
    }

    @Test
    void aTicketSaysNothingOfItselfToALog() {
        var ticket = line.issue(ALICE, SESSION, 3, ids, NOW).ticket();

        assertThat(ticket.toString()).doesNotContain(ticket.secret());
        assertThat(Ticket.read(ticket.text())).contains(ticket);
        assertThat(Ticket.read("")).isEmpty();
        assertThat(Ticket.read(ticket.text() + "0")).isEmpty();
    }

    @Test
    void theGatewaysWordOfAnEndIsHeardOnce() {
        connect(ALICE, "c1");

        line.close("c1", ids, NOW);
        line.close("c1", ids, NOW);
        line.close("unknown", ids, NOW);

        assertThat(connections.told()).hasSize(2);
        assertThat(Reason.values()).hasSize(2);
    }

    private void connect(String playerId, String connectionId) {
        var ticket = line.issue(playerId, SESSION, 0, ids, NOW).ticket();
        assertThat(line.open(ticket, connectionId, ids, NOW)).isInstanceOf(Fresh.class);
    }

    private static NoticeRequest request(List<String> playerIds, boolean announced) {
        return new NoticeRequest(
                playerIds, Optional.empty(), "group", Optional.of("grp_1"), OptionalLong.of(3), announced);
    }
}
