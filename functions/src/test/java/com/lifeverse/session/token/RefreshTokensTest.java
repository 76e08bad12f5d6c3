package com.lifeverse.session.token;

import static com.lifeverse.session.support.Fixtures.firstStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.key.RefreshSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
final class RefreshTokensTest {
    private final RefreshTokens tokens = new RefreshTokens(new RefreshSecret(new byte[32]), "game");
    private final RefreshToken token =
            RefreshToken.of(firstStart(1).playerId(), firstStart(1).session(), 3);

    @Test
    void aSealedTokenOpensToWhatItSaid() {
        assertThat(tokens.open(tokens.seal(token))).contains(token);
    }

    @Test
    void theSameTokenAlwaysSealsToTheSameText() {
        assertThat(tokens.seal(token)).isEqualTo(tokens.seal(token)).hasSizeLessThanOrEqualTo(512);
    }

    @Test
    @Meets("ASVS 7.2.2")
    void eachGenerationHasItsOwnText() {
        assertThat(tokens.seal(token.successor())).isNotEqualTo(tokens.seal(token));
    }

    @Test
    void aTokenOfAnotherSecretIsNotOurs() {
        var secret = new byte[32];
        secret[0] = 1;

        assertThat(new RefreshTokens(new RefreshSecret(secret), "game").open(tokens.seal(token)))
                .isEmpty();
    }

    @Test
    @Meets("ASVS 7.4.5")
    void aTokenForAnotherAudienceIsNotOursSoANewOneEndsAllSessions() {
        assertThat(new RefreshTokens(new RefreshSecret(new byte[32]), "game-2").open(tokens.seal(token)))
                .isEmpty();
    }

    @Test
    @Meets("ASVS 7.2.3")
    void whatSealsATokenHasTwiceTheBitsThatNobodyGuesses() {
        var sealed = tokens.seal(token);

        assertThat(Base64.getUrlDecoder().decode(sealed.substring(sealed.indexOf('.') + 1)))
                .hasSize(256 / 8);
    }

    @Test
    @Meets("ASVS 7.2.3")
    void aChangedTokenIsNotOurs() {
        var sealed = tokens.seal(token);
        var payload = new String(
                Base64.getUrlDecoder().decode(sealed.substring(0, sealed.indexOf('.'))), StandardCharsets.UTF_8);
        var changed = payload.replace("|3|", "|4|");
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8))
                + sealed.substring(sealed.indexOf('.'));

        assertThat(changed).isNotEqualTo(payload);
        assertThat(tokens.open(forged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "..", "rubbish", "%%%.%%%", "YQ.YQ.YQ"})
    void rubbishIsNotOurs(String text) {
        assertThat(tokens.open(text)).isEmpty();
    }
}
