package com.lifeverse.session.own;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.PHONE;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.live.Standing;
import com.lifeverse.session.own.OwnSession.Look;
import com.lifeverse.session.own.OwnSession.LookAround;
import com.lifeverse.session.own.OwnSession.SignOut;
import com.lifeverse.session.support.InMemorySessionTables;
import java.util.List;
import java.util.Optional;
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
        assertThat(own.signOut(bearer, other.session().id(), ids, NOW)).isEqualTo(new SignOut.NotFound());
        assertThat(tables.read(other.playerId()).orElseThrow().sessions()).hasSize(1);
    }

    @Test
    void signingOutEndsTheSessionByOneWriteAndTellsIt() {
        int writes = tables.writes();

        assertThat(own.signOut(bearer, bearer.sessionId(), ids, NOW)).isEqualTo(new SignOut.SignedOut());
        assertThat(tables.writes()).isEqualTo(writes + 1);
        assertThat(tables.told(start.playerId()))
                .singleElement()
                .extracting(Envelope::payload)
                .satisfies(payload -> assertThat(payload).containsEntry("reason", "signed-out"));
    }

    @Test
    void signingOutTwiceIsFineAndToldOnce() {
        own.signOut(bearer, bearer.sessionId(), ids, NOW);

        assertThat(own.signOut(bearer, bearer.sessionId(), ids, NOW)).isEqualTo(new SignOut.SignedOut());
        assertThat(tables.everTold()).hasSize(2);
    }

    @Test
    @Meets({"ASVS 7.2.1", "ASVS 7.4.1"})
    void anAccessTokenOfAnEndedSessionIsRefusedThoughItStillLives() {
        own.signOut(bearer, bearer.sessionId(), ids, NOW);

        assertThat(own.look(bearer, bearer.sessionId(), NOW))
                .isEqualTo(new Look.Ended(new Ending.Because(EndReason.SIGNED_OUT, Optional.empty())));
    }

    @Test
    void aSessionThatNobodyRenewedHasEnded() {
        var late = start.session().renewAt().plus(POLICY.grace()).plusMillis(1);

        assertThat(own.look(bearer, bearer.sessionId(), late))
                .isEqualTo(new Look.Ended(new Ending.Because(EndReason.LEASE_EXPIRED, Optional.empty())));
    }

    @Test
    void aTokenOfAGenerationThatTheTableHasNotReachedIsRefused() {
        var ahead = new Bearer(bearer.playerId(), bearer.sessionId(), 1, bearer.platform());

        assertThat(own.look(ahead, bearer.sessionId(), NOW)).isInstanceOf(Look.Ended.class);
    }

    @Test
    @Meets("ASVS 7.5.2")
    void allSessionsOfThePlayerAreListedAndNobodyElses() {
        var second = beside(2);
        tables.start(firstStart(3));

        assertThat(own.lookAround(bearer, NOW)).isEqualTo(new LookAround.Seen(List.of(start.session(), second)));
    }

    @Test
    @Meets({"ASVS 7.5.2", "ASVS 10.4.9"})
    void anotherSessionOfThePlayerIsEndedFromHere() {
        var second = beside(2);

        assertThat(own.signOut(bearer, second.id(), ids, NOW)).isEqualTo(new SignOut.SignedOut());
        assertThat(tables.read(start.playerId()).orElseThrow().sessions()).containsExactly(start.session());
        assertThat(tables.read(start.playerId()).orElseThrow().standing().ends())
                .containsExactly(new LastEnd(second.id(), EndReason.SIGNED_OUT, Optional.of(Platform.PLAYSTATION)));
    }

    @Test
    void whoseOwnSessionIsOverEndsNoOther() {
        var second = beside(2);
        own.signOut(bearer, bearer.sessionId(), ids, NOW);

        assertThat(own.signOut(bearer, second.id(), ids, NOW)).isInstanceOf(SignOut.Ended.class);
        assertThat(own.lookAround(bearer, NOW)).isInstanceOf(LookAround.Ended.class);
        assertThat(tables.read(start.playerId()).orElseThrow().sessions()).containsExactly(second);
    }

    @Test
    void theDeviceThatHandedTheSessionOverNeitherReadsNorEndsIt() {
        var moved =
                start.session().movedTo(PHONE, "family-of-the-phone-00", Optional.empty(), NOW, NOW.plusSeconds(300));
        tables.change(whole(List.of(moved)));

        assertThat(own.look(bearer, bearer.sessionId(), NOW))
                .isEqualTo(new Look.Ended(new Ending.Moved(Platform.ANDROID)));
        assertThat(own.signOut(bearer, bearer.sessionId(), ids, NOW))
                .isEqualTo(new SignOut.Ended(new Ending.Moved(Platform.ANDROID)));
        assertThat(tables.read(start.playerId()).orElseThrow().sessions()).containsExactly(moved);
    }

    private Session beside(long seed) {
        var other = firstStart(seed).session();
        tables.change(whole(List.of(start.session(), other)));
        return other;
    }

    private LiveChange whole(List<Session> sessions) {
        return new LiveChange(
                start.playerId(),
                Optional.of(start.command()),
                CommandId.of(ids.get()),
                sessions,
                Standing.CLEAR,
                List.of(),
                0,
                Optional.of(NOW));
    }
}
