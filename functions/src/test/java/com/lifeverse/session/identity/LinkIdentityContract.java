package com.lifeverse.session.identity;

import static com.lifeverse.session.support.Fixtures.CONSOLE;
import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.PHONE;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Platform;
import com.lifeverse.session.identity.Identities.Unlinking;
import com.lifeverse.session.identity.LinkIdentity.Outcome.Foreign;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.signin.DeviceCredential;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.ProviderIdentity;
import com.lifeverse.session.signin.SignIn;
import com.lifeverse.session.signin.SignInCommand;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.support.SessionTables;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What linking does on every implementation of the ports. */
public abstract class LinkIdentityContract {
    private static final ProviderIdentity ACCOUNT =
            new ProviderIdentity("studio", "https://studio.example", "account-1");
    private static final DeviceCredential PHONE_OF_HERS = new DeviceCredential("device-0002", "a-secret-of-the-phone");

    private SessionTables tables;
    private LinkIdentity linking;
    private SignIn signIn;
    private SignedIn player;

    /** Empty tables. */
    protected abstract SessionTables tables();

    @BeforeEach
    void aPlayerIsSignedIn() {
        tables = tables();
        linking = new LinkIdentity(
                tables.players(), tables.identities(), tables.live(), POLICY, Standard.of(IdentityPolicy.class));
        signIn = new SignIn(tables.players(), tables.live(), POLICY);
        player = signedIn(CREDENTIAL, 1);
    }

    @Test
    void aLinkedAccountSignsInAsTheSamePlayer() {
        assertThat(link(player, ACCOUNT))
                .isEqualTo(new LinkIdentity.Outcome.Linked(Identity.idOf(ACCOUNT.key()), true));

        assertThat(signedIn(ACCOUNT, 2).playerId()).isEqualTo(player.playerId());
        assertThat(signedIn(CREDENTIAL, 3).playerId()).isEqualTo(player.playerId());
    }

    @Test
    void linkingAgainChangesNothing() {
        link(player, ACCOUNT);

        assertThat(link(player, ACCOUNT))
                .isEqualTo(new LinkIdentity.Outcome.Linked(Identity.idOf(ACCOUNT.key()), false));
        assertThat(tables.identities().of(player.playerId())).hasSize(2);
    }

    @Test
    void anotherPlayersIdentityIsRefusedAndStaysTheirs() {
        var other = signedIn(ACCOUNT, 2);

        assertThat(link(player, ACCOUNT)).isEqualTo(new Foreign());
        assertThat(signedIn(ACCOUNT, 3).playerId()).isEqualTo(other.playerId());
        assertThat(tables.identities().of(player.playerId())).hasSize(1);
    }

    @Test
    void anotherPlayersDeviceIsRefusedThoughItsSecretIsRight() {
        signedIn(PHONE_OF_HERS, 2);

        assertThat(link(player, PHONE_OF_HERS)).isEqualTo(new Foreign());
    }

    @Test
    void theOwnDeviceWithAnotherSecretIsNotLinkedAnew() {
        assertThat(link(player, new DeviceCredential(CREDENTIAL.deviceId(), "another-secret-of-it")))
                .isEqualTo(new LinkIdentity.Outcome.WrongCredential());
    }

    @Test
    void whoHasNotSignedInForAWhileDoesSoFirst() {
        var policy = Standard.of(IdentityPolicy.class);
        var session = player.session();
        var late = NOW.plus(policy.recentSignIn()).plusSeconds(1);
        var handedOver = session.movedTo(PHONE, "family-of-the-phone", Optional.empty(), NOW, NOW.plusSeconds(300));

        assertThat(policy.isRecent(session, late.minusSeconds(1))).isTrue();
        assertThat(policy.isRecent(session, late)).isFalse();
        assertThat(policy.isRecent(handedOver, NOW))
                .as("a code is no credential")
                .isFalse();
    }

    @Test
    void whoseSessionIsOverLinksNothing() {
        var before = player;
        signedIn(CREDENTIAL, 2);

        assertThat(link(before, ACCOUNT)).isInstanceOf(LinkIdentity.Outcome.Ended.class);
        assertThat(tables.players().identity(ACCOUNT.key())).isEmpty();
    }

    @Test
    void anUnlinkedAccountOpensThePlayerNoMoreAndTheLastOneStays() {
        link(player, ACCOUNT);
        var id = Identity.idOf(ACCOUNT.key());

        assertThat(tables.identities().unlink(player.playerId(), id)).isEqualTo(Unlinking.UNLINKED);
        assertThat(tables.identities().unlink(player.playerId(), id)).isEqualTo(Unlinking.NOT_FOUND);
        assertThat(tables.identities().unlink(player.playerId(), Identity.idOf(CREDENTIAL.key())))
                .isEqualTo(Unlinking.LAST);
        assertThat(signedIn(ACCOUNT, 2).playerId()).isNotEqualTo(player.playerId());
    }

    @Test
    void anotherPlayersIdentityIsNotUnlinked() {
        var other = signedIn(ACCOUNT, 2);

        assertThat(tables.identities().unlink(player.playerId(), Identity.idOf(ACCOUNT.key())))
                .isEqualTo(Unlinking.NOT_FOUND);
        assertThat(tables.identities().of(other.playerId())).hasSize(1);
    }

    private LinkIdentity.Outcome link(SignedIn who, Credential credential) {
        var bearer = new Bearer(who.playerId(), who.session().id(), 0, Platform.PLAYSTATION);
        return linking.handle(bearer, credential, ids(77).get(), NOW);
    }

    private SignedIn signedIn(Credential credential, long seed) {
        return (SignedIn)
                signIn.handle(new SignInCommand(credential, CONSOLE, Optional.empty()), FreshIds.from(ids(seed)), NOW);
    }
}
