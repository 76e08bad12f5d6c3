package com.lifeverse.session.renew;

import static com.lifeverse.session.support.Fixtures.CONSOLE;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.renew.RenewOutcome.Ended;
import com.lifeverse.session.renew.RenewOutcome.Expired;
import com.lifeverse.session.renew.RenewOutcome.Renewed;
import com.lifeverse.session.renew.RenewOutcome.Reused;
import com.lifeverse.session.support.InMemorySessionTables;
import com.lifeverse.session.token.RefreshToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class RenewTest {
    private final InMemorySessionTables tables = new InMemorySessionTables();
    private final Renew renew = new Renew(tables, POLICY);
    private final Supplier<UUID> ids = ids(99);
    private final SessionStart start = firstStart(1);
    private final RefreshToken first = RefreshToken.of(start.playerId(), start.session(), 0);

    @BeforeEach
    void aPlayerIsSignedIn() {
        tables.start(start);
    }

    @Test
    void aRenewalIsOneWriteAndRotatesTheToken() {
        int writes = tables.writes();
        var renewed = renewed(first, minutes(4));

        assertThat(tables.writes()).isEqualTo(writes + 1);
        assertThat(renewed.successor()).isEqualTo(first.successor());
        assertThat(renewed.client()).isEqualTo(CONSOLE);
        assertThat(renewed.lease()).isEqualTo(POLICY.leaseFrom(minutes(4), first.sessionId(), 1));
    }

    @Test
    void aRenewalBringsNoAccessTokenBeforeOneIsDue() {
        assertThat(renewed(first, minutes(4)).accessTokenDue()).isFalse();
    }

    @Test
    void aRenewalBringsAnAccessTokenWhenHalfOfALifeHasPassed() {
        var token = first;
        for (int at = 4; at < 15; at += 4) {
            token = renewed(token, minutes(at)).successor();
        }

        assertThat(renewed(token, minutes(16)).accessTokenDue()).isTrue();
    }

    @Test
    void aRetryGetsTheSameSuccessorAndAnAccessToken() {
        var answer = renewed(first, minutes(4));
        var retry = renewed(first, minutes(5));

        assertThat(retry.successor()).isEqualTo(answer.successor());
        assertThat(retry.accessTokenDue()).isTrue();
    }

    @Test
    void aPhoneThatSleptIntoTheGraceGetsBackIn() {
        var wakesUp = start.session().renewAt().plus(POLICY.grace());

        assertThat(renewed(first, wakesUp).successor()).isEqualTo(first.successor());
    }

    @Test
    @Meets("ASVS 7.3.1")
    void aPhoneThatSleptBeyondTheGraceMustSignInAgain() {
        var wakesUp = start.session().renewAt().plus(POLICY.grace()).plusMillis(1);

        assertThat(renew.handle(first, ids, wakesUp)).isInstanceOf(Ended.class);
        assertThat(tables.everTold()).isEqualTo(start.news());
    }

    @Test
    @Meets("ASVS 10.4.5")
    void aTokenWhoseSuccessorWasUsedEndsTheFamily() {
        var second = renewed(first, minutes(4)).successor();
        renewed(second, minutes(8));

        assertThat(renew.handle(first, ids, minutes(9))).isEqualTo(new Reused());
        assertThat(tables.read(first.playerId()).orElseThrow().sessions()).isEmpty();
        assertThat(tables.told(first.playerId()))
                .extracting(Envelope::type)
                .containsExactly("session.refresh_reused.v1", "session.ended.v1");
        assertThat(tables.told(first.playerId()).getLast().payload()).containsEntry("reason", "refresh-token-reused");
    }

    @Test
    void afterAReuseNoTokenOfTheFamilyRenews() {
        var second = renewed(first, minutes(4)).successor();
        var third = renewed(second, minutes(8)).successor();
        renew.handle(first, ids, minutes(9));

        assertThat(renew.handle(third, ids, minutes(9))).isInstanceOf(Ended.class);
        assertThat(renew.handle(first, ids, minutes(9))).isInstanceOf(Ended.class);
    }

    @Test
    @Meets({"ASVS 7.3.2", "ASVS 10.4.8"})
    void aFamilyDoesNotOutliveTheRefreshTokensLife() {
        var end = first.familyStart().plus(POLICY.refreshTokenLife());
        int writes = tables.writes();

        assertThat(renew.handle(first, ids, end.plusMillis(1))).isEqualTo(new Expired());
        assertThat(tables.writes()).isEqualTo(writes);
    }

    @Test
    void aTokenOfAReplacedSessionIsRefused() {
        tables.start(new SessionStart(
                start.playerId(),
                Optional.of(start.command()),
                firstStart(2).command(),
                firstStart(2).session(),
                firstStart(2).news(),
                NOW));

        assertThat(renew.handle(first, ids, minutes(1))).isInstanceOf(Ended.class);
    }

    @Test
    void aTokenFromBeforeARestoredBackupIsRefusedWithoutSuspicion() {
        var ahead = first.successor().successor();

        assertThat(renew.handle(ahead, ids, minutes(1))).isInstanceOf(Ended.class);
        assertThat(tables.read(first.playerId()).orElseThrow().sessions()).hasSize(1);
    }

    private Renewed renewed(RefreshToken token, Instant now) {
        return (Renewed) renew.handle(token, ids, now);
    }

    private static Instant minutes(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
