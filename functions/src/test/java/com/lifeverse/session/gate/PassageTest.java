package com.lifeverse.session.gate;

import static com.lifeverse.session.support.Fixtures.CONSOLE;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.gate.Gates.Admission;
import com.lifeverse.session.gate.Gates.Drain;
import com.lifeverse.session.gate.Gates.Maintenance;
import com.lifeverse.session.gate.Passage.Closed;
import com.lifeverse.session.gate.Passage.Draining;
import com.lifeverse.session.gate.Passage.Open;
import com.lifeverse.session.gate.Passage.Queueing;
import com.lifeverse.session.gate.Passage.TooOld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
final class PassageTest {
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final Gates QUEUE = new Gates(
            1,
            Optional.empty(),
            new TreeMap<>(),
            new TreeMap<>(),
            Optional.of(Admission.queueing(50)),
            Optional.empty());
    private static final Maintenance WINDOW = new Maintenance(NOW, LATER, Optional.of("patch-day"));

    @Test
    void openGatesLetEverybodyPass() {
        assertThat(Passage.of(Gates.OPEN, CONSOLE, NOW)).isEqualTo(new Open());
    }

    @Test
    void maintenanceIsFromThenUntilThen() {
        var gates = gates(Optional.of(WINDOW), "0.0.0", Map.of());

        assertThat(Passage.of(gates, CONSOLE, NOW.minusMillis(1))).isEqualTo(new Open());
        assertThat(Passage.of(gates, CONSOLE, NOW)).isEqualTo(new Closed(WINDOW));
        assertThat(Passage.of(gates, CONSOLE, LATER.minusMillis(1))).isEqualTo(new Closed(WINDOW));
        assertThat(Passage.of(gates, CONSOLE, LATER)).isEqualTo(new Open());
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsNone() {
        assertThatThrownBy(() -> new Maintenance(NOW, NOW, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1.4.3, false", "1.4.2, true", "1.3.99999, true", "1.10.0, false", "2.0.0, false"})
    void aVersionIsComparedByItsNumbersAndForItsPlatformOnly(String minimum, boolean served) {
        var passage = Passage.of(gates(Optional.empty(), minimum, Map.of()), CONSOLE, NOW);

        assertThat(passage).isEqualTo(served ? new Open() : new TooOld(CONSOLE.platform(), minimum));
        assertThat(Passage.of(gates(Optional.empty(), minimum, Map.of()), PHONE, NOW))
                .isEqualTo(new Open());
    }

    @Test
    void aClientThatIsTooOldHearsThatBeforeItWaitsForNothing() {
        assertThat(Passage.of(gates(Optional.of(WINDOW), "9.0.0", Map.of()), CONSOLE, NOW))
                .isInstanceOf(TooOld.class);
    }

    @Test
    void aRegionThatDrainsTakesNobodyUntilThenAndOthersDo() {
        var drain = new Drain(LATER, List.of("eu-west"));
        var gates = gates(Optional.empty(), "0.0.0", Map.of("eu-central", drain));

        assertThat(Passage.of(gates, CONSOLE, NOW)).isEqualTo(new Draining("eu-central", drain));
        assertThat(Passage.of(gates, CONSOLE, LATER)).isEqualTo(new Open());
        assertThat(Passage.of(gates, PHONE, NOW)).isEqualTo(new Open());
    }

    @Test
    void whereSignInsQueueAClientIsSentThere() {
        var gates = new Gates(
                1,
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.of(Admission.queueing(50)),
                Optional.empty());

        assertThat(Passage.of(gates, CONSOLE, NOW)).isEqualTo(new Queueing(Admission.queueing(50)));
    }

    @Test
    void whoTakesASessionOverMeetsEveryGateAndNoQueue() {
        var drain = new Drain(LATER, List.of("eu-west"));
        var draining = gates(Optional.empty(), "0.0.0", Map.of("eu-central", drain));

        assertThat(Passage.toTakeOver(gates(Optional.empty(), "9.0.0", Map.of()), CONSOLE, NOW))
                .isInstanceOf(TooOld.class);
        assertThat(Passage.toTakeOver(gates(Optional.of(WINDOW), "0.0.0", Map.of()), CONSOLE, NOW))
                .isEqualTo(new Closed(WINDOW));
        assertThat(Passage.toTakeOver(draining, CONSOLE, NOW)).isEqualTo(new Draining("eu-central", drain));
        assertThat(Passage.toTakeOver(QUEUE, CONSOLE, NOW)).isEqualTo(new Open());
    }

    @Test
    void whoComesBackToALivingSessionNeedsOnlyAVersionThatIsServed() {
        var drains = Map.of("eu-central", new Drain(LATER, List.of("eu-west")));

        assertThat(Passage.toResume(gates(Optional.of(WINDOW), "9.0.0", Map.of()), CONSOLE, NOW))
                .isInstanceOf(TooOld.class);
        assertThat(Passage.toResume(gates(Optional.of(WINDOW), "0.0.0", drains), CONSOLE, NOW))
                .isEqualTo(new Open());
        assertThat(Passage.toResume(QUEUE, CONSOLE, NOW)).isEqualTo(new Open());
    }

    @Test
    void eachGateIsKnownByItsName() {
        for (var name : List.of("maintenance", "minimum-versions", "region-drains", "admission")) {
            assertThat(GateSetting.open(name).orElseThrow().gate()).isEqualTo(name);
        }
        assertThat(GateSetting.open("trapdoor")).isEmpty();
    }

    @Test
    void gatesAreReadAgainWhenTheReadingIsOld() {
        var board = new InMemoryGateBoard();
        var policy = Standard.of(GatePolicy.class);
        var cached = new CachedGates(board, policy);
        assertThat(cached.current(NOW).maintenance()).isEmpty();
        board.set(new GateSetting.Maintenance(Optional.of(WINDOW)));

        assertThat(cached.current(NOW.plus(policy.life()).minusMillis(1)).maintenance())
                .isEmpty();
        assertThat(cached.current(NOW.plus(policy.life())).maintenance()).contains(WINDOW);
    }

    private static Gates gates(Optional<Maintenance> window, String minimum, Map<String, Drain> drains) {
        return new Gates(
                1,
                window,
                new TreeMap<>(Map.of(CONSOLE.platform(), minimum)),
                new TreeMap<>(drains),
                Optional.empty(),
                Optional.empty());
    }
}
