package com.lifeverse.session.signin;

import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SecretHashTest {
    private final SecretHash hash = SecretHash.of(CREDENTIAL.secret(), ids(1).get());

    @Test
    void theSecretMatches() {
        assertThat(hash.matches(CREDENTIAL.secret())).isTrue();
    }

    @Test
    void anotherSecretDoesNot() {
        assertThat(hash.matches(CREDENTIAL.secret() + "x")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void theSameSecretOfAnotherPlayerHasAnotherHash() {
        assertThat(SecretHash.of(CREDENTIAL.secret(), ids(2).get()).hash()).isNotEqualTo(hash.hash());
    }

    @Test
    void aPrintedCredentialShowsNeitherSecretNorDevice() {
        assertThat(CREDENTIAL.toString()).doesNotContain(CREDENTIAL.secret()).doesNotContain(CREDENTIAL.deviceId());
    }
}
