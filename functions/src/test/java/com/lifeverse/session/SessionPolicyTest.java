package com.lifeverse.session;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.support.Meets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SessionPolicyTest {
    @Test
    void anAccessTokenShorterThanTwiceTheLongestLeaseIsRefused() {
        // Five minutes and ten percent, twice: eleven minutes.
        assertThat(policy(Duration.ofMinutes(5), Duration.ofMinutes(11)).lease())
                .isEqualTo(Duration.ofMinutes(5));
        assertThatThrownBy(() ->
                        policy(Duration.ofMinutes(5), Duration.ofMinutes(11).minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accessTokenLife");
    }

    @Test
    void aLeaseMustBePositive() {
        assertThatThrownBy(() -> policy(Duration.ZERO, Duration.ofMinutes(30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lease");
    }

    @Test
    void leasesAreSpreadWithinTenPercent() {
        var lengths = new HashSet<Duration>();
        for (int generation = 0; generation < 1000; generation++) {
            var lease = POLICY.leaseFrom(NOW, "ses_1", generation);
            lengths.add(Duration.between(NOW, lease.renewAt()));
            assertThat(Duration.between(lease.renewAt(), lease.expiresAt())).isEqualTo(POLICY.grace());
        }

        assertThat(lengths)
                .allMatch(length -> length.compareTo(Duration.ofSeconds(270)) >= 0)
                .allMatch(length -> length.compareTo(Duration.ofSeconds(330)) <= 0)
                .hasSizeGreaterThan(900)
                .anyMatch(length -> length.compareTo(Duration.ofSeconds(280)) < 0)
                .anyMatch(length -> length.compareTo(Duration.ofSeconds(320)) > 0);
    }

    @Test
    void aRetryFindsTheSameLease() {
        assertThat(POLICY.leaseFrom(NOW, "ses_1", 7)).isEqualTo(POLICY.leaseFrom(NOW, "ses_1", 7));
    }

    @Test
    @Meets("ASVS 7.1.1")
    void aSessionLapsesWhenLeaseAndGraceAreOver() {
        var session = firstStart(1).session();
        var end = session.renewAt().plus(POLICY.grace());

        assertThat(POLICY.lapsed(session, end)).isFalse();
        assertThat(POLICY.lapsed(session, end.plusMillis(1))).isTrue();
    }

    @Test
    void anAccessTokenIsDueOnceInEachHalfOfItsLife() {
        assertThat(POLICY.accessTokenDue(renewedAt(minutes(5)), minutes(10))).isFalse();
        assertThat(POLICY.accessTokenDue(renewedAt(minutes(10)), minutes(15))).isTrue();
        assertThat(POLICY.accessTokenDue(renewedAt(minutes(15)), minutes(20))).isFalse();
        assertThat(POLICY.accessTokenDue(renewedAt(minutes(26)), minutes(32))).isTrue();
    }

    @Test
    void aTokenInHandAlwaysOutlivesTheNextRenewal() {
        var issued = NOW;
        var at = NOW;
        for (int generation = 1; generation < 2000; generation++) {
            var before = renewedAt(at);
            at = POLICY.leaseFrom(at, "ses_1", generation).expiresAt();
            assertThat(at).isBeforeOrEqualTo(issued.plus(POLICY.accessTokenLife()));
            issued = POLICY.accessTokenDue(before, at) ? at : issued;
        }
    }

    private static Session renewedAt(Instant renewedAt) {
        var session = firstStart(1).session();
        return new Session(
                session.id(),
                session.family(),
                1,
                session.client(),
                NOW,
                renewedAt,
                renewedAt.plus(POLICY.lease()),
                false,
                session.mark());
    }

    @Test
    void operatorsSetTheLeaseWithinWhatTokensAllow() {
        assertThat(POLICY.leasing(Duration.ofMinutes(12)).lease()).isEqualTo(Duration.ofMinutes(12));
        assertThat(POLICY.leasing(Duration.ofSeconds(1)).lease()).isEqualTo(POLICY.shortestLease());
        assertThat(POLICY.leasing(Duration.ofHours(1)).lease())
                .isEqualTo(POLICY.longestLease())
                .isEqualTo(Duration.parse("PT13M38S"));
    }

    private static Instant minutes(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private static SessionPolicy policy(Duration lease, Duration accessTokenLife) {
        return new SessionPolicy(
                lease,
                POLICY.shortestLease(),
                10,
                POLICY.grace(),
                accessTokenLife,
                POLICY.refreshTokenLife(),
                POLICY.concurrency(),
                POLICY.handOffCodeLife(),
                POLICY.wrongCredentials(),
                POLICY.attempts(),
                POLICY.inboxPage(),
                POLICY.inboxPageLongest(),
                POLICY.inboxLife(),
                POLICY.keyLead(),
                POLICY.keyCache(),
                POLICY.historyLife(),
                POLICY.historyLongest(),
                POLICY.sweepAfter());
    }
}
