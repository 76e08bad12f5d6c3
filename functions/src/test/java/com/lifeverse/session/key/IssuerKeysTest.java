package com.lifeverse.session.key;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.session.key.IssuerKeys.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class IssuerKeysTest {
    private final InMemoryKeyVault vault = new InMemoryKeyVault();
    private final List<KeyRing> published = new ArrayList<>();
    private final IssuerKeys keys = new IssuerKeys(vault, new Numbered(), published::add, POLICY);

    @Test
    void aDeploymentMakesTheFirstRingAndPublishesIt() {
        assertThat(keys.begin(NOW)).isEqualTo("key-1");
        assertThat(published).containsExactly(ring());
    }

    @Test
    void anotherDeploymentKeepsTheRingAndPublishesItAgain() {
        keys.begin(NOW);
        var ring = ring();

        assertThat(keys.begin(NOW.plusSeconds(60))).isEqualTo("key-1");
        assertThat(ring()).isEqualTo(ring);
        assertThat(published).containsExactly(ring, ring);
    }

    @Test
    void aStepIsPublishedAndItsRepetitionToo() {
        keys.begin(NOW);

        assertThat(keys.take(RotationStep.PREPARE, NOW)).isEqualTo(new Outcome.Done("key-2", true));
        assertThat(keys.take(RotationStep.PREPARE, NOW)).isEqualTo(new Outcome.Done("key-2", false));
        assertThat(published.getLast()).isEqualTo(ring());
        assertThat(published).hasSize(3);
    }

    @Test
    void aStepTooEarlyChangesNothing() {
        keys.begin(NOW);
        keys.take(RotationStep.PREPARE, NOW);
        var ring = ring();

        assertThat(keys.take(RotationStep.ACTIVATE, NOW))
                .isEqualTo(new Outcome.TooEarly("key-2", NOW.plus(POLICY.keyLead())));
        assertThat(ring()).isEqualTo(ring);
    }

    @Test
    void aStepBeforeTheFirstDeploymentIsAFault() {
        assertThatThrownBy(() -> keys.take(RotationStep.PREPARE, NOW)).hasMessageContaining("no key ring");
    }

    @Test
    void aRingThatSomebodyElseWroteMeanwhileIsWhatStaysPublished() {
        keys.begin(NOW);
        var slow = new IssuerKeys(vault, new Numbered(), this::publishWhileAnotherPrepares, POLICY);

        slow.begin(NOW);

        assertThat(published.getLast()).isEqualTo(ring());
        assertThat(ring().next()).isPresent();
    }

    private void publishWhileAnotherPrepares(KeyRing ring) {
        if (ring().next().isEmpty()) {
            vault.write(Keys.with(ring(), Keys.key("other", NOW)), vault.read().map(KeyVault.Stored::version));
        }
        published.add(ring);
    }

    private KeyRing ring() {
        return vault.read().flatMap(KeyVault.Stored::ring).orElseThrow();
    }

    private static final class Numbered implements KeySource {
        private int made;

        @Override
        public SigningKey signingKey(Instant now) {
            made++;
            return Keys.key("key-" + made, now);
        }

        @Override
        public RefreshSecret refreshSecret() {
            return new RefreshSecret(new byte[32]);
        }
    }
}
