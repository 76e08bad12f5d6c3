package com.lifeverse.session.key;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class CachedKeysTest {
    private final InMemoryKeyVault vault = new InMemoryKeyVault();
    private final CachedKeys keys = new CachedKeys(vault, POLICY.keyCache());
    private final KeyRing first = Keys.ring("a");
    private final KeyRing second = Keys.with(first, Keys.key("b", NOW));

    @BeforeEach
    void thereIsARing() {
        vault.write(first, Optional.empty());
    }

    @Test
    void forFiveMinutesTheVaultIsReadOnce() {
        keys.current(NOW);
        keys.current(NOW.plus(Duration.ofMinutes(5)));

        assertThat(vault.reads()).isEqualTo(1);
    }

    @Test
    void afterFiveMinutesANewRingIsKnown() {
        keys.current(NOW);
        vault.write(second, Optional.of("1"));

        assertThat(keys.current(NOW.plus(Duration.ofMinutes(5)))).isEqualTo(first);
        assertThat(keys.current(NOW.plus(Duration.ofMinutes(5)).plusMillis(1))).isEqualTo(second);
    }

    @Test
    void somethingUnknownMakesItLookAgain() {
        keys.current(NOW);
        vault.write(second, Optional.of("1"));

        assertThat(keys.newer(NOW.plusSeconds(11))).contains(second);
        assertThat(keys.current(NOW.plusSeconds(12))).isEqualTo(second);
    }

    @Test
    void rubbishCannotMakeItLookAtEveryCall() {
        keys.current(NOW);

        assertThat(keys.newer(NOW.plusSeconds(9))).isEmpty();
        assertThat(vault.reads()).isEqualTo(1);
    }

    @Test
    void aVaultWithoutARingIsAFault() {
        var none = new CachedKeys(new InMemoryKeyVault(), POLICY.keyCache());

        assertThatThrownBy(() -> none.current(NOW)).hasMessageContaining("no key ring");
    }
}
