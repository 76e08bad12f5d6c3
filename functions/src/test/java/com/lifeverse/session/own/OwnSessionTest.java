package com.lifeverse.session.own;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Platform;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.own.OwnSession.Look;
import com.lifeverse.session.own.OwnSession.SignOut;
import com.lifeverse.session.support.InMemorySessionTables;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class OwnSessionTest {
    private final InMemorySessionTables tables = new InMemorySessionTables();
    private final OwnSession own = new OwnSession(tables, POLICY);
    private final Supplier<UUID> ids = ids(99);
    private final SessionStart start = firstStart(1);
    private final Bearer bearer = new Bearer(start.playerId(), start.session().id(), 0, Platform.PLAYSTATION);

    @BeforeEach
    void aPlayerIsSignedIn() {
        tables.start(start);
    }

    @Test
    void theOwnSessionIsFoundAsItIsNow() {
        var lease = POLICY.leaseUntil(start.session().renewAt());

        assertThat(own.look(bearer, bearer.sessionId(), NOW)).isEqualTo(new Look.Found(start.session(), lease, 0));
    }

    @Test
    void anotherPlayersSessionIsNotFound() {
        var other = firstStart(2);
        tables.start(other);

        assertThat(own.look(bearer, other.session().id(), NOW)).isEqualTo(new Look.NotFound());
        assertThat(own.signOut(bearer, other.session().id(), ids, NOW)).isEqualTo(SignOut.NOT_FOUND);
        assertThat(tables.read(other.playerId()).orElseThrow().sessions()).hasSize(1);
    }

    @Test
    void signingOutEndsTheSessionByOneWriteAndTellsIt() {
        int writes = tables.writes();

        assertThat(own.signOut(bearer, bearer.sessionId(), ids, NOW)).isEqualTo(SignOut.SIGNED_OUT);
        assertThat(tables.writes()).isEqualTo(writes + 1);
        assertThat(tables.told(start.playerId()))
                .singleElement()
                .extracting(Envelope::payload)
                .satisfies(payload -> assertThat(payload).containsEntry("reason", "signed-out"));
    }

    @Test
    void signingOutTwiceIsFineAndToldOnce() {
        own.signOut(bearer, bearer.sessionId(), ids, NOW);

        assertThat(own.signOut(bearer, bearer.sessionId(), ids, NOW)).isEqualTo(SignOut.SIGNED_OUT);
        assertThat(tables.everTold()).hasSize(2);
    }

    @Test
    void anAccessTokenOfAnEndedSessionIsRefusedThoughItStillLives() {
        own.signOut(bearer, bearer.sessionId(), ids, NOW);

        assertThat(own.look(bearer, bearer.sessionId(), NOW)).isEqualTo(new Look.Ended());
    }

    @Test
    void aSessionThatNobodyRenewedHasEnded() {
        var late = start.session().renewAt().plus(POLICY.grace()).plusMillis(1);

        assertThat(own.look(bearer, bearer.sessionId(), late)).isEqualTo(new Look.Ended());
    }

    @Test
    void aTokenOfAGenerationThatTheTableHasNotReachedIsRefused() {
        var ahead = new Bearer(bearer.playerId(), bearer.sessionId(), 1, bearer.platform());

        assertThat(own.look(ahead, bearer.sessionId(), NOW)).isEqualTo(new Look.Ended());
    }
}
