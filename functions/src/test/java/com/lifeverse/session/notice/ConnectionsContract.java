package com.lifeverse.session.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.notice.Connections.Closed;
import com.lifeverse.session.notice.Connections.Closing;
import com.lifeverse.session.notice.Connections.Offer;
import com.lifeverse.session.notice.Connections.Opened;
import com.lifeverse.session.notice.Connections.Opened.Fresh;
import com.lifeverse.session.notice.Connections.Opened.Refused;
import com.lifeverse.session.notice.Connections.Opening;
import com.lifeverse.session.notice.NoticeEvents.Reason;
import com.lifeverse.session.support.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Connections} does. */
@SuppressWarnings("NullAway.Init")
public abstract class ConnectionsContract {
    private static final Instant NOW = Fixtures.NOW;
    private static final NoticePolicy POLICY = Standard.of(NoticePolicy.class);

    private final Supplier<UUID> ids = Fixtures.ids(3);
    private Connections connections;
    private Ticket ticket;

    /** Nobody is connected. */
    protected abstract Connections connections();

    /** What all writes so far have told. */
    protected abstract List<Envelope> told();

    @BeforeEach
    void aTicketIsOffered() {
        connections = connections();
        ticket = offered("ply_" + ids.get(), "ses_" + ids.get());
    }

    @Test
    void aTicketOpensAConnection() {
        assertThat(open(ticket, "c1", NOW)).isEqualTo(new Fresh(Optional.empty()));
        assertThat(connections.of(ticket.playerId()))
                .containsExactly(new Connection(ticket.playerId(), ticket.sessionId(), "c1", NOW));
        assertThat(connections.find("c1")).isPresent();
        assertThat(told()).extracting(Envelope::type).containsExactly(NoticeEvents.CONNECTED);
    }

    @Test
    void aTicketOpensOnlyOne() {
        open(ticket, "c1", NOW);

        assertThat(open(ticket, "c2", NOW)).isEqualTo(new Refused());
        assertThat(connections.of(ticket.playerId())).extracting(Connection::id).containsExactly("c1");
        assertThat(told()).hasSize(1);
    }

    @Test
    void anOpeningThatIsSentAgainIsRecognised() {
        open(ticket, "c1", NOW);

        assertThat(open(ticket, "c1", NOW)).isEqualTo(new Fresh(Optional.empty()));
        assertThat(told()).hasSize(1);
    }

    @Test
    void aTicketIsGoodForFiveMinutes() {
        assertThat(open(ticket, "c1", NOW.plus(POLICY.ticketLife()))).isEqualTo(new Refused());
        assertThat(open(ticket, "c1", NOW.plus(POLICY.ticketLife()).minusMillis(1)))
                .isInstanceOf(Fresh.class);
    }

    @Test
    void aLaterTicketReplacesAnEarlierOne() {
        var later = offered(ticket.playerId(), ticket.sessionId());

        assertThat(open(ticket, "c1", NOW)).isEqualTo(new Refused());
        assertThat(open(later, "c1", NOW)).isInstanceOf(Fresh.class);
    }

    @Test
    void aTicketOfAnotherSessionOpensNothing() {
        var other = new Ticket(ticket.playerId(), "ses_" + ids.get(), 0, ticket.secret());

        assertThat(open(other, "c1", NOW)).isEqualTo(new Refused());
        assertThat(connections.of(ticket.playerId())).isEmpty();
    }

    @Test
    void aNewConnectionReplacesTheOldOneAndItsEndIsNoMore() {
        open(ticket, "c1", NOW);
        var old = connections.find("c1").orElseThrow();
        var next = offered(ticket.playerId(), ticket.sessionId());

        assertThat(open(next, "c2", NOW.plusSeconds(1))).isEqualTo(new Fresh(Optional.of("c1")));
        assertThat(connections.find("c1")).isEmpty();
        assertThat(close(old)).isEqualTo(Closed.ALREADY_CLOSED);
        assertThat(connections.of(ticket.playerId())).extracting(Connection::id).containsExactly("c2");
    }

    @Test
    void aTicketLeavesAnOpenConnectionOpen() {
        open(ticket, "c1", NOW);
        offered(ticket.playerId(), ticket.sessionId());

        assertThat(connections.of(ticket.playerId())).extracting(Connection::id).containsExactly("c1");
    }

    @Test
    void anEndIsToldOnce() {
        open(ticket, "c1", NOW);
        var connection = connections.find("c1").orElseThrow();

        assertThat(close(connection)).isEqualTo(Closed.CLOSED);
        assertThat(close(connection)).isEqualTo(Closed.ALREADY_CLOSED);
        assertThat(connections.find("c1")).isEmpty();
        assertThat(connections.of(ticket.playerId())).isEmpty();
        assertThat(told())
                .extracting(Envelope::type)
                .containsExactly(NoticeEvents.CONNECTED, NoticeEvents.DISCONNECTED);
    }

    @Test
    void whatIsForgottenOpensNothingAndReachesNobody() {
        open(ticket, "c1", NOW);
        var next = offered(ticket.playerId(), ticket.sessionId());
        connections.forget(ticket.playerId(), ticket.sessionId());

        assertThat(connections.of(ticket.playerId())).isEmpty();
        assertThat(connections.find("c1")).isEmpty();
        assertThat(open(next, "c2", NOW)).isEqualTo(new Refused());
    }

    @Test
    void sessionsOfAPlayerHaveAConnectionEach() {
        var second = offered(ticket.playerId(), "ses_" + ids.get());
        open(ticket, "c1", NOW);
        open(second, "c2", NOW);

        assertThat(connections.of(ticket.playerId())).extracting(Connection::id).containsExactlyInAnyOrder("c1", "c2");
        assertThat(connections.of("ply_" + ids.get())).isEmpty();
    }

    private Ticket offered(String playerId, String sessionId) {
        var fresh = Ticket.fresh(playerId, sessionId, 0, ids);
        connections.offer(new Offer(
                playerId, sessionId, fresh.hash(), NOW.plus(POLICY.ticketLife()), NOW.plus(Duration.ofHours(4))));
        return fresh;
    }

    private Opened open(Ticket used, String connectionId, Instant now) {
        var news = NoticeEvents.connected(ids.get(), used.playerId(), used.sessionId(), now);
        return connections.open(new Opening(used, connectionId, now, POLICY.sweptAt(now), List.of(news)));
    }

    private Closed close(Connection connection) {
        var news = NoticeEvents.disconnected(ids.get(), connection, Reason.CLOSED, NOW);
        return connections.close(new Closing(connection, POLICY.sweptAt(NOW), List.of(news)));
    }
}
