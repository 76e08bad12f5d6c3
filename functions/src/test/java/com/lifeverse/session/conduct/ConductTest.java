package com.lifeverse.session.conduct;

import static com.lifeverse.session.support.Fixtures.CONSOLE;
import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.conduct.Conduct.Outcome.Done;
import com.lifeverse.session.conduct.Conduct.Outcome.NoSuchPlayer;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.Standing;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.renew.Renew;
import com.lifeverse.session.renew.RenewOutcome;
import com.lifeverse.session.renew.RenewOutcome.Ended;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.SignIn;
import com.lifeverse.session.signin.SignInCommand;
import com.lifeverse.session.signin.SignInOutcome;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.support.InMemorySessionTables;
import com.lifeverse.session.token.RefreshToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ConductTest {
    private static final Ban FOR_A_DAY = new Ban("cheating", NOW, Optional.of(NOW.plus(Duration.ofDays(1))));

    private final InMemorySessionTables tables = new InMemorySessionTables();
    private final SignIn signIn = new SignIn(tables, tables, POLICY);
    private final Conduct conduct = new Conduct(tables, tables, POLICY);
    private final Supplier<UUID> ids = ids(99);
    private final SignedIn first = signedIn(1, NOW);

    @Test
    void aKickEndsTheSessionByOneWriteAndTheNextSignInIsFine() {
        int writes = tables.writes();

        assertThat(conduct.kick(first.playerId(), ids, NOW)).isInstanceOf(Done.class);
        assertThat(tables.writes()).isEqualTo(writes + 1);
        assertThat(renewed()).isEqualTo(new Ended(new Ending.Because(EndReason.KICKED, Optional.empty())));
        assertThat(signedIn(2, NOW.plusSeconds(1)).tokenEpoch()).isEqualTo(1);
    }

    @Test
    void aBanEndsTheSessionAndNoneStartsUntilItIsOver() {
        conduct.ban(first.playerId(), FOR_A_DAY, ids, NOW);

        assertThat(renewed()).isEqualTo(new Ended(new Ending.Banned(FOR_A_DAY)));
        assertThat(signIn(2, NOW.plus(Duration.ofHours(23)))).isEqualTo(new SignInOutcome.Banned(FOR_A_DAY));
        assertThat(signIn(3, NOW.plus(Duration.ofDays(1)))).isInstanceOf(SignedIn.class);
        assertThat(standing().ban()).isEmpty();
    }

    @Test
    void aBanWithoutAnEndIsNeverSweptAway() {
        var change = Revocation.all(
                first.playerId(),
                tables.read(first.playerId()),
                banned(new Ban("cheating", NOW, Optional.empty())),
                ids,
                NOW,
                POLICY);

        assertThat(change.sweptAt()).isEmpty();
        assertThat(change.sessions()).isEmpty();
    }

    private static Revocation.Cause banned(Ban ban) {
        return new Revocation.Cause(EndReason.BANNED, Optional.empty(), Optional.of(ban));
    }

    @Test
    void aBanForAMonthOutlivesTheBroom() {
        var month = new Ban("cheating", NOW, Optional.of(NOW.plus(Duration.ofDays(30))));
        var change = Revocation.all(first.playerId(), Optional.empty(), banned(month), ids, NOW, POLICY);

        assertThat(change.sweptAt().orElseThrow()).isAfter(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void aBanTellsOfEachSessionAndOfTheTokensOnce() {
        conduct.ban(first.playerId(), FOR_A_DAY, ids, NOW);

        assertThat(tables.told(first.playerId()))
                .extracting(Envelope::type)
                .containsExactly("session.ended.v1", "player.revoked.v1");
        assertThat(tables.told(first.playerId()).getLast().payload())
                .containsEntry("reason", "banned")
                .containsEntry("tokenEpoch", 1L);
    }

    @Test
    void aPardonedPlayerSignsIn() {
        conduct.ban(first.playerId(), FOR_A_DAY, ids, NOW);
        conduct.pardon(first.playerId(), ids, NOW);

        assertThat(signIn(2, NOW.plusSeconds(1))).isInstanceOf(SignedIn.class);
    }

    @Test
    void aPardonWithoutABanWritesNothing() {
        int writes = tables.writes();

        assertThat(conduct.pardon(first.playerId(), ids, NOW)).isInstanceOf(Done.class);
        assertThat(tables.writes()).isEqualTo(writes);
    }

    @Test
    void nothingIsDoneToAPlayerWhoDoesNotExist() {
        assertThat(conduct.ban("ply_nobody", FOR_A_DAY, ids, NOW)).isEqualTo(new NoSuchPlayer());
        assertThat(conduct.look("ply_nobody")).isEqualTo(new NoSuchPlayer());
        assertThat(tables.read("ply_nobody")).isEmpty();
    }

    @Test
    void signingOutEverywhereEndsAllAndCallsBackEachToken() {
        var bearer = new Bearer(first.playerId(), first.session().id(), 0, Platform.PLAYSTATION);
        var everywhere = new SignOutEverywhere(tables, POLICY);

        assertThat(everywhere.handle(bearer, ids, NOW)).isEqualTo(new SignOutEverywhere.Outcome.SignedOut());
        assertThat(tables.read(first.playerId()).orElseThrow().sessions()).isEmpty();
        assertThat(standing().tokenEpoch()).isEqualTo(1);
        assertThat(everywhere.handle(bearer, ids, NOW)).isInstanceOf(SignOutEverywhere.Outcome.Ended.class);
    }

    @Test
    @Meets("ASVS 7.4.1")
    void aTokenOfAnEarlierEpochOpensNoSessionThoughItNamesOneThatLives() {
        conduct.kick(first.playerId(), ids, NOW);
        var second = signedIn(2, NOW.plusSeconds(1));
        var old = new Bearer(first.playerId(), second.session().id(), 0, Platform.PLAYSTATION, 0);

        assertThat(old.heldIn(tables.read(first.playerId()).orElseThrow(), NOW.plusSeconds(1), POLICY))
                .isEmpty();
    }

    private RenewOutcome renewed() {
        return new Renew(tables, POLICY)
                .handle(RefreshToken.of(first.playerId(), first.session(), 0), ids, NOW.plusSeconds(2));
    }

    private Standing standing() {
        return tables.read(first.playerId()).orElseThrow().standing();
    }

    private SignedIn signedIn(long seed, Instant now) {
        return (SignedIn) signIn(seed, now);
    }

    private SignInOutcome signIn(long seed, Instant now) {
        return signIn.handle(new SignInCommand(CREDENTIAL, CONSOLE, Optional.empty()), FreshIds.from(ids(seed)), now);
    }
}
