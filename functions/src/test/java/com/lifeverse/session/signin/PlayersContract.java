package com.lifeverse.session.signin;

import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.signin.Players.Creation;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Players} does. */
public abstract class PlayersContract {
    private SessionTables tables;
    private Players players;

    /** Empty tables. */
    protected abstract SessionTables tables();

    @BeforeEach
    void nobodyIsThere() {
        tables = tables();
        players = tables.players();
    }

    @Test
    void anUnknownIdentityIsAbsent() {
        assertThat(players.identity(CREDENTIAL.key())).isEmpty();
    }

    @Test
    void aNewPlayerIsMadeWithIdentityAndSession() {
        var player = player(1);

        assertThat(players.create(player)).isEqualTo(Creation.CREATED);
        assertThat(players.identity(CREDENTIAL.key())).contains(player.identity());
        assertThat(tables.live()
                        .read(player.identity().playerId())
                        .orElseThrow()
                        .sessions())
                .containsExactly(player.start().session());
    }

    @Test
    void aNewPlayersFirstSessionIsTold() {
        var player = player(1);
        players.create(player);

        assertThat(tables.told(player.identity().playerId()))
                .isEqualTo(player.start().news());
    }

    @Test
    void anIdentityIsMadeOnce() {
        var first = player(1);
        var second = player(2);
        players.create(first);

        assertThat(players.create(second)).isEqualTo(Creation.OVERTAKEN);
        assertThat(players.identity(CREDENTIAL.key())).contains(first.identity());
        assertThat(tables.live().read(second.identity().playerId())).isEmpty();
    }

    @Test
    void aCreationWhoseReplyGotLostSucceedsAgain() {
        var player = player(1);
        players.create(player);

        assertThat(players.create(player)).isEqualTo(Creation.CREATED);
    }

    private static NewPlayer player(long seed) {
        var start = firstStart(seed);
        var secret = CREDENTIAL.secret(ids(seed + 100).get());
        return new NewPlayer(new Identity(CREDENTIAL.key(), "device", start.playerId(), secret), start, NOW);
    }

    @Test
    void aPlayerExistsOnceMade() {
        var player = player(1);
        assertThat(players.exists(player.identity().playerId())).isFalse();
        players.create(player);

        assertThat(players.exists(player.identity().playerId())).isTrue();
    }

    @Test
    void wrongCredentialsAreCountedByWindow() {
        players.create(player(1));

        assertThat(players.failed(CREDENTIAL.key(), 7)).isEqualTo(1);
        assertThat(players.failed(CREDENTIAL.key(), 7)).isEqualTo(2);
        assertThat(players.failed(CREDENTIAL.key(), 8)).isEqualTo(1);
        assertThat(players.identity(CREDENTIAL.key()).orElseThrow().failures()).isEqualTo(new Failures(8, 1));
    }
}
