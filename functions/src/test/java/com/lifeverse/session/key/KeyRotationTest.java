package com.lifeverse.session.key;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.session.key.KeyRotation.Decision;
import com.lifeverse.session.key.KeyRotation.Decision.Change;
import com.lifeverse.session.key.KeyRotation.Decision.Nothing;
import com.lifeverse.session.key.KeyRotation.Decision.TooEarly;
import com.lifeverse.session.key.SigningKey.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class KeyRotationTest {
    private static final Instant ACTIVATED = NOW.plus(POLICY.keyLead());
    private static final Instant RETIRED = ACTIVATED.plus(POLICY.keyOverlap());
    private final KeyRing first = Keys.ring("a");

    @Test
    void aPreparedKeyIsPublishedButDoesNotSign() {
        var ring = prepared();

        assertThat(ring.active().kid()).isEqualTo("a");
        assertThat(ring.next().orElseThrow().kid()).isEqualTo("b");
    }

    @Test
    void preparingAgainMakesNoSecondKey() {
        assertThat(KeyRotation.decide(prepared(), RotationStep.PREPARE, KeyRotationTest::unwanted, NOW, POLICY))
                .isEqualTo(new Nothing("b"));
    }

    @Test
    void activatingSignsWithTheNewKeyAndKeepsTheOldOnePublished() {
        var ring = activated();

        assertThat(ring.active().kid()).isEqualTo("b");
        assertThat(ring.next()).isEmpty();
        assertThat(ring.retiring()).extracting(SigningKey::kid).containsExactly("a");
    }

    @Test
    void activatingAgainChangesNothing() {
        assertThat(step(activated(), RotationStep.ACTIVATE, ACTIVATED)).isEqualTo(new Nothing("b"));
    }

    @Test
    void aKeyIsNotUsedBeforeEveryCacheCanKnowIt() {
        assertThat(step(prepared(), RotationStep.ACTIVATE, ACTIVATED.minusMillis(1)))
                .isEqualTo(new TooEarly("b", ACTIVATED));
    }

    @Test
    void retiringTakesTheOldKeyBack() {
        var ring = ((Change) step(activated(), RotationStep.RETIRE, RETIRED)).ring();

        assertThat(ring.keys()).extracting(SigningKey::kid).containsExactly("b");
    }

    @Test
    void retiringAgainChangesNothing() {
        var ring = ((Change) step(activated(), RotationStep.RETIRE, RETIRED)).ring();

        assertThat(step(ring, RotationStep.RETIRE, RETIRED)).isEqualTo(new Nothing("b"));
    }

    @Test
    void aKeyStaysPublishedUntilItsLastTokenHasExpired() {
        assertThat(step(activated(), RotationStep.RETIRE, RETIRED.minusMillis(1)))
                .isEqualTo(new TooEarly("b", RETIRED));
    }

    @Test
    void theRefreshSecretOutlivesEveryRotation() {
        assertThat(activated().refreshSecret()).isEqualTo(first.refreshSecret());
    }

    @Test
    void aRingHasOneActiveKeyAndAtMostOneNext() {
        var next = Keys.key("b", NOW);
        var secret = first.refreshSecret();

        assertThatThrownBy(() -> new KeyRing(List.of(next), secret)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Keys.with(prepared(), Keys.key("c", NOW)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Keys.with(first, first.active().in(State.RETIRING, NOW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrintedRingShowsNoPrivateKey() {
        assertThat(activated().toString()).contains("a", "b").doesNotContain("private");
    }

    private KeyRing prepared() {
        var decision = KeyRotation.decide(first, RotationStep.PREPARE, () -> Keys.key("b", NOW), NOW, POLICY);
        return ((Change) decision).ring();
    }

    private KeyRing activated() {
        return ((Change) step(prepared(), RotationStep.ACTIVATE, ACTIVATED)).ring();
    }

    private static Decision step(KeyRing ring, RotationStep step, Instant now) {
        return KeyRotation.decide(ring, step, KeyRotationTest::unwanted, now, POLICY);
    }

    private static SigningKey unwanted() {
        throw new AssertionError("No key was needed");
    }

    @Test
    void theLeadExceedsWhatGatewaysCache() {
        assertThat(POLICY.keyLead()).isGreaterThan(Duration.ofHours(2));
    }
}
