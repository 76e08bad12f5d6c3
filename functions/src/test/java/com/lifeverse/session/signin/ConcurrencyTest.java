package com.lifeverse.session.signin;

import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.Client;
import com.lifeverse.session.Concurrency;
import com.lifeverse.session.Concurrency.Winner;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.history.PlainWords;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.signin.SignInOutcome.SignedInElsewhere;
import com.lifeverse.session.support.InMemorySessionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ConcurrencyTest {
    private final InMemorySessionTables tables = new InMemorySessionTables();
    private long seed;

    @Test
    void theOldestWinsWhereThePolicySaysSoAndTheNewcomerHearsWhereItIs() {
        var rule = Concurrency.oldestWins();
        var console = signedIn(rule, Platform.PLAYSTATION, "console-1", NOW);

        var refused = signIn(rule, Platform.ANDROID, "phone-0001", NOW.plusSeconds(9));

        var until = POLICY.leaseUntil(console.session().renewAt()).expiresAt();
        assertThat(refused).isEqualTo(new SignedInElsewhere(Platform.PLAYSTATION, until));
        assertThat(sessions(console)).containsExactly(console.session());
    }

    @Test
    void aSessionThatNobodyRenewedHoldsNoPlace() {
        var rule = Concurrency.oldestWins();
        var console = signedIn(rule, Platform.PLAYSTATION, "console-1", NOW);
        var phone = signedIn(rule, Platform.ANDROID, "phone-0001", NOW.plus(Duration.ofHours(1)));

        assertThat(sessions(console)).containsExactly(phone.session());
    }

    @Test
    void aDeviceThatCrashedIsNotInItsOwnWay() {
        var rule = Concurrency.oldestWins();
        signedIn(rule, Platform.PLAYSTATION, "console-1", NOW);
        var again = signedIn(rule, Platform.PLAYSTATION, "console-1", NOW.plusSeconds(9));

        assertThat(sessions(again)).containsExactly(again.session());
    }

    @Test
    void eachPlatformHasAPlaceOfItsOwn() {
        var rule = Concurrency.onePerPlatform(Winner.NEWEST);
        var console = signedIn(rule, Platform.PLAYSTATION, "console-1", NOW);
        var phone = signedIn(rule, Platform.ANDROID, "phone-0001", NOW);
        var other = signedIn(rule, Platform.ANDROID, "phone-0002", NOW.plusSeconds(9));

        assertThat(sessions(phone)).containsExactly(console.session(), other.session());
    }

    @Test
    void theFirstOfSeveralGivesWayToOneTooMany() {
        var rule = Concurrency.upTo(3, Winner.NEWEST);
        var all = new ArrayList<Session>();
        for (int i = 0; i < 5; i++) {
            all.add(signedIn(rule, Platform.PC, "machine-" + i, NOW.plusSeconds(i))
                    .session());
        }
        var last = signedIn(rule, Platform.PC, "machine-9", NOW.plusSeconds(9));

        assertThat(sessions(last)).containsExactly(all.get(3), all.get(4), last.session());
    }

    @Test
    @Meets("ASVS 7.1.2")
    void thereAreNeverMoreThanFiveWhateverIsCounted() {
        var rule = Concurrency.onePerPlatform(Winner.NEWEST);
        SignedIn last = signedIn(rule, Platform.PC, "device-of-pc", NOW);
        var at = NOW;
        for (var platform : Platform.values()) {
            at = at.plusSeconds(1);
            last = signedIn(rule, platform, "device-of-" + platform, at);
        }

        assertThat(sessions(last)).hasSize(Concurrency.MOST).contains(last.session());
    }

    @Test
    void theOneThatGaveWayHearsOfThePlatformThatTookOver() {
        var rule = Concurrency.newestWins();
        var console = signedIn(rule, Platform.PLAYSTATION, "console-1", NOW);
        signedIn(rule, Platform.ANDROID, "phone-0001", NOW.plusSeconds(9));

        var ending =
                Ending.of(tables.read(console.playerId()), console.session().id(), NOW.plusSeconds(9), POLICY);

        assertThat(ending).isEqualTo(new Ending.Because(EndReason.REPLACED, Optional.of(Platform.ANDROID)));
        assertThat(PlainWords.of(ending)).isEqualTo("The player signed in on Android, and that took over.");
    }

    @Test
    void theSameDeviceResumesItsSessionWithNewTokensAndOldOnesAreVoid() {
        var first = signedIn(Concurrency.newestWins(), Platform.PLAYSTATION, "console-1", NOW);
        var resumed = resumed(first, "console-1", NOW.plus(Duration.ofMinutes(6)));

        assertThat(resumed.session().id()).isEqualTo(first.session().id());
        assertThat(resumed.session().startedAt()).isEqualTo(NOW);
        assertThat(resumed.session().family()).isNotEqualTo(first.session().family());
        assertThat(resumed.refreshGeneration())
                .isEqualTo(resumed.session().fence())
                .isGreaterThan(1);
        assertThat(tables.told(first.playerId()))
                .singleElement()
                .extracting(Envelope::type)
                .isEqualTo("session.resumed.v1");
    }

    @Test
    void beyondTheGraceThereIsNothingToResume() {
        var first = signedIn(Concurrency.newestWins(), Platform.PLAYSTATION, "console-1", NOW);

        assertThat(resumed(first, "console-1", NOW.plus(Duration.ofMinutes(9)))
                        .session()
                        .id())
                .isNotEqualTo(first.session().id());
    }

    @Test
    void anotherDeviceDoesNotResumeByTheNameOfTheSession() {
        var first = signedIn(Concurrency.newestWins(), Platform.PLAYSTATION, "console-1", NOW);

        assertThat(resumed(first, "console-2", NOW.plusSeconds(9)).session().id())
                .isNotEqualTo(first.session().id());
    }

    private SignedIn resumed(SignedIn first, String device, Instant now) {
        var client = client(Platform.PLAYSTATION, device);
        var command = new SignInCommand(
                CREDENTIAL,
                client,
                Optional.empty(),
                Optional.of(first.session().id()));
        return (SignedIn) new SignIn(tables, tables, POLICY).handle(command, FreshIds.from(ids(++seed)), now);
    }

    private SignedIn signedIn(Concurrency rule, Platform platform, String device, Instant now) {
        return (SignedIn) signIn(rule, platform, device, now);
    }

    private SignInOutcome signIn(Concurrency rule, Platform platform, String device, Instant now) {
        var command = new SignInCommand(CREDENTIAL, client(platform, device), Optional.empty());
        return new SignIn(tables, tables, POLICY.allowing(rule)).handle(command, FreshIds.from(ids(++seed)), now);
    }

    private static Client client(Platform platform, String device) {
        return new Client(platform, "1.4.2", Optional.empty(), Optional.of(Client.deviceTag(device)));
    }

    private List<Session> sessions(SignedIn signedIn) {
        return tables.read(signedIn.playerId()).orElseThrow().sessions();
    }
}
