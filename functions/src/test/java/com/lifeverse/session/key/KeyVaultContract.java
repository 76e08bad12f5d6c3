package com.lifeverse.session.key;

import static com.lifeverse.session.support.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.key.KeyVault.Write;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KeyVault} does. */
public abstract class KeyVaultContract {
    private static final KeyRing FIRST = Keys.ring("a");

    /** A vault in which nothing was ever written. */
    protected abstract KeyVault vault();

    @Test
    void anEmptyVaultHoldsNoRing() {
        assertThat(vault().read().flatMap(KeyVault.Stored::ring)).isEmpty();
    }

    @Test
    void aRingIsReadAsItWasWritten() {
        var vault = vault();

        assertThat(vault.write(FIRST, version(vault))).isEqualTo(Write.WRITTEN);
        assertThat(vault.read().orElseThrow().ring()).contains(FIRST);
    }

    @Test
    void theSameWriteAgainChangesNothing() {
        var vault = vault();
        var nothing = version(vault);
        vault.write(FIRST, nothing);
        var stored = vault.read();

        assertThat(vault.write(FIRST, nothing)).isEqualTo(Write.WRITTEN);
        assertThat(vault.read()).isEqualTo(stored);
    }

    @Test
    void ofTwoWritersOfTheFirstRingOneIsOvertaken() {
        var vault = vault();
        var nothing = version(vault);
        vault.write(FIRST, nothing);

        assertThat(vault.write(Keys.ring("b"), nothing)).isEqualTo(Write.OVERTAKEN);
        assertThat(vault.read().orElseThrow().ring()).contains(FIRST);
    }

    @Test
    void ofTwoWritersWhoReadTheSameOneIsOvertaken() {
        var vault = vault();
        vault.write(FIRST, version(vault));
        var seen = version(vault);
        var second = Keys.with(FIRST, Keys.key("n", NOW));
        vault.write(second, seen);

        assertThat(vault.write(Keys.with(FIRST, Keys.key("m", NOW)), seen)).isEqualTo(Write.OVERTAKEN);
        assertThat(vault.read().orElseThrow().ring()).contains(second);
    }

    private static Optional<String> version(KeyVault vault) {
        return vault.read().map(KeyVault.Stored::version);
    }
}
