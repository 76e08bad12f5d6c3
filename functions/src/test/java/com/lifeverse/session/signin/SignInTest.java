package com.lifeverse.session.signin;

import static com.lifeverse.session.support.Fixtures.CONSOLE;
import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.PHONE;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.ids;
import static com.lifeverse.session.support.Fixtures.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxMessage.Content;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.PastEnds;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.signin.SignInOutcome.KeyReused;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.signin.SignInOutcome.TooManyAttempts;
import com.lifeverse.session.signin.SignInOutcome.WrongCredential;
import com.lifeverse.session.support.InMemorySessionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SignInTest {
    private final InMemorySessionTables tables = new InMemorySessionTables();
    private final SignIn signIn = new SignIn(tables, tables, POLICY);

    @Test
    void anUnknownDeviceBecomesANewPlayer() {
        var signedIn = signedIn(signIn(), 1, NOW);

        assertThat(signedIn.session().newPlayer()).isTrue();
        assertThat(tables.identity(CREDENTIAL.key()).orElseThrow().playerId()).isEqualTo(signedIn.playerId());
    }

    @Test
    void aKnownDeviceIsTheSamePlayer() {
        var first = signedIn(signIn(), 1, NOW);
        var second = signedIn(signIn(), 2, NOW.plusSeconds(9));

        assertThat(second.playerId()).isEqualTo(first.playerId());
        assertThat(second.session().newPlayer()).isFalse();
        assertThat(second.session().family()).isNotEqualTo(first.session().family());
    }

    @Test
    @Meets("ASVS 7.2.4")
    void theNewestSessionWinsAndTheOldOneEndsInTheSameWrite() {
        var first = signedIn(signIn(), 1, NOW);
        int writes = tables.writes();
        var second = signedIn(new SignInCommand(CREDENTIAL, PHONE, Optional.empty()), 2, NOW.plusSeconds(9));

        assertThat(tables.writes()).isEqualTo(writes + 1);
        assertThat(tables.read(first.playerId()).orElseThrow().sessions()).containsExactly(second.session());
        assertThat(tables.told(first.playerId()))
                .extracting(Envelope::type)
                .containsExactly("session.ended.v1", "session.started.v1");
        assertThat(tables.told(first.playerId()).getFirst().payload())
                .containsEntry("sessionId", first.session().id())
                .containsEntry("platform", "playstation")
                .containsEntry("reason", "replaced");
    }

    @Test
    void aSessionThatNobodyRenewedEndsByItsLeaseAndNotByTheNextOne() {
        signedIn(signIn(), 1, NOW);
        var second = signedIn(signIn(), 2, NOW.plus(Duration.ofHours(1)));

        assertThat(tables.told(second.playerId()).getFirst().payload()).containsEntry("reason", "lease-expired");
    }

    @Test
    void aWrongSecretIsRefusedAndChangesNothing() {
        signedIn(signIn(), 1, NOW);
        var thief = new DeviceCredential(CREDENTIAL.deviceId(), "not-the-secret-of-it");
        int writes = tables.writes();

        assertThat(signIn.handle(new SignInCommand(thief, CONSOLE, Optional.empty()), FreshIds.from(ids(2)), NOW))
                .isEqualTo(new WrongCredential(1));
        assertThat(tables.writes()).isEqualTo(writes);
    }

    @Test
    void theSameKeyAndBodyFindTheSameSessionAndTellNothingTwice() {
        var first = signedIn(signIn("k"), 1, NOW);
        var told = tables.everTold();

        var again = signedIn(signIn("k"), 2, NOW.plusSeconds(30));

        assertThat(again).isEqualTo(first);
        assertThat(tables.everTold()).isEqualTo(told);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        signedIn(signIn("k"), 1, NOW);
        var other = new SignInCommand(CREDENTIAL, PHONE, Optional.of(new IdempotencyKey("k")));

        assertThat(signIn.handle(other, FreshIds.from(ids(2)), NOW)).isEqualTo(new KeyReused());
    }

    @Test
    void anotherKeyStartsAnotherSession() {
        var first = signedIn(signIn("k"), 1, NOW);

        assertThat(signedIn(signIn("l"), 2, NOW).session().id())
                .isNotEqualTo(first.session().id());
    }

    @Test
    void aLateRepetitionOfASignInWhoseSessionIsOverStartsNothing() {
        var first = signedIn(signIn("k"), 1, NOW);
        tables.end(new SessionEnd(
                first.playerId(),
                first.session().id(),
                Optional.empty(),
                EndReason.SIGNED_OUT,
                CommandId.of(ids(7).get()),
                List.of(),
                NOW));

        assertThat(again(signIn("k"), NOW)).isEqualTo(over(EndReason.SIGNED_OUT, Optional.empty()));
        assertThat(tables.read(first.playerId()).orElseThrow().sessions()).isEmpty();
    }

    @Test
    void aLateRepetitionThrowsNoNewerDeviceOut() {
        signedIn(signIn("k"), 1, NOW);
        var newer = signedIn(new SignInCommand(CREDENTIAL, PHONE, Optional.empty()), 2, NOW);

        assertThat(again(signIn("k"), NOW)).isEqualTo(over(EndReason.REPLACED, Optional.of(Platform.ANDROID)));
        assertThat(tables.read(newer.playerId()).orElseThrow().sessions()).containsExactly(newer.session());
    }

    @Test
    void aLateRepetitionOfASignInThatLapsedStartsNothing() {
        signedIn(signIn("k"), 1, NOW);

        assertThat(again(signIn("k"), NOW.plus(Duration.ofHours(1))))
                .isEqualTo(over(EndReason.LEASE_EXPIRED, Optional.empty()));
    }

    @Test
    void aRepetitionThatComesWhenTheLiveItemHasForgottenIsKnownFromHistory() {
        signedIn(signIn("k"), 1, NOW);
        for (int i = 0; i < 9; i++) {
            signedIn(signIn(), 3 + i, NOW);
        }
        var because = new Ending.Because(EndReason.KICKED, Optional.empty());
        assertThat(new SignIn(tables, tables, known(because), POLICY).handle(signIn("k"), FreshIds.from(ids(20)), NOW))
                .isEqualTo(new SignInOutcome.Over(because));
        var other = new SignInCommand(CREDENTIAL, PHONE, Optional.of(new IdempotencyKey("k")));
        assertThat(new SignIn(tables, tables, known(because), POLICY).handle(other, FreshIds.from(ids(21)), NOW))
                .isEqualTo(new KeyReused());
    }

    /** Every session that is asked for began on the console. */
    private static PastEnds known(Ending why) {
        return _ -> Optional.of(new PastEnds.Past(why, CONSOLE.platform(), CONSOLE.version(), Set.of()));
    }

    private SignInOutcome again(SignInCommand command, Instant now) {
        return signIn.handle(command, FreshIds.from(ids(2)), now);
    }

    private static SignInOutcome over(EndReason reason, Optional<Platform> by) {
        return new SignInOutcome.Over(new Ending.Because(reason, by));
    }

    @Test
    void aRepetitionHandsOutTheFirstRefreshTokenWhileThatStillRenews() {
        var first = signedIn(signIn("k"), 1, NOW);
        renew(first, 0);

        assertThat(signedIn(signIn("k"), 2, NOW).refreshGeneration()).isZero();
    }

    @Test
    void aRepetitionNeverHandsOutATokenThatWouldLookStolen() {
        var first = signedIn(signIn("k"), 1, NOW);
        renew(first, 0);
        renew(first, 1);

        assertThat(signedIn(signIn("k"), 2, NOW).refreshGeneration()).isEqualTo(2);
    }

    @Test
    void noticesThatCameMeanwhileAreAnswered() {
        var first = signedIn(signIn(), 1, NOW);
        tables.deliver(new InboxMessage("msg_1", first.playerId(), NOW, "trigger/x", new Content.Text("hello")), NOW);

        assertThat(signedIn(signIn(), 2, NOW).notices()).isEqualTo(1);
    }

    private void renew(SignedIn signedIn, long generation) {
        var session = signedIn.session();
        tables.renew(new Renewal(
                signedIn.playerId(),
                session.id(),
                session.family(),
                generation,
                CommandId.of(ids(generation + 50).get()),
                NOW,
                NOW.plus(POLICY.lease()),
                NOW,
                NOW));
    }

    private SignedIn signedIn(SignInCommand command, long seed, Instant now) {
        return (SignedIn) signIn.handle(command, FreshIds.from(ids(seed)), now);
    }

    @Test
    @Meets("ASVS 6.3.1")
    void tooManyWrongSecretsAreAnsweredSoAndTheRightOneStillOpens() {
        signedIn(signIn(), 1, NOW);
        var thief = new SignInCommand(
                new DeviceCredential(CREDENTIAL.deviceId(), "not-the-secret-of-it"), CONSOLE, Optional.empty());
        for (int i = 1; i <= 10; i++) {
            assertThat(signIn.handle(thief, FreshIds.from(ids(i)), NOW)).isEqualTo(new WrongCredential(i));
        }

        assertThat(signIn.handle(thief, FreshIds.from(ids(11)), NOW)).isEqualTo(new TooManyAttempts(11));
        assertThat(signIn.handle(signIn(), FreshIds.from(ids(12)), NOW))
                .as("nobody is locked out by who knows the name of their device")
                .isInstanceOf(SignedIn.class);
    }

    @Test
    @Meets("ASVS 6.3.1")
    void afterFiveHundredWrongSecretsNoneIsLookedAtForTheRestOfAMinute() {
        signedIn(signIn(), 1, NOW);
        var thief = new SignInCommand(
                new DeviceCredential(CREDENTIAL.deviceId(), "not-the-secret-of-it"), CONSOLE, Optional.empty());
        for (int i = 1; i <= 500; i++) {
            signIn.handle(thief, FreshIds.from(ids(i)), NOW);
        }

        assertThat(signIn.handle(signIn(), FreshIds.from(ids(12)), NOW.plusSeconds(59)))
                .isEqualTo(new TooManyAttempts(500));
        assertThat(signIn.handle(signIn(), FreshIds.from(ids(13)), NOW.plusSeconds(60)))
                .isInstanceOf(SignedIn.class);
    }
}
