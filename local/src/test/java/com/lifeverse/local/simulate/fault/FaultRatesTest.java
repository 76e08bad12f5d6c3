package com.lifeverse.local.simulate.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
final class FaultRatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"all", "none", "crash", "delay=0.5,restart", "throttle=0.01,crash=0.25"})
    void whatRatesSayIsHowTheyAreGiven(String text) {
        assertThat(FaultRates.parse(text)).hasToString(text);
    }

    @Test
    void whatIsNotNamedDoesNotHappen() {
        var rates = FaultRates.parse("crash,restart=0.01");
        assertThat(rates.of(FaultKind.CRASH)).isEqualTo(FaultRates.usual().of(FaultKind.CRASH));
        assertThat(rates.of(FaultKind.RESTART)).isEqualTo(0.01);
        assertThat(rates.rates()).hasSize(2);
    }

    @Test
    void oneCanBeTakenFromAll() {
        var rates = FaultRates.parse("all,restart=0");
        assertThat(rates.rates()).hasSize(FaultKind.values().length - 1).doesNotContainKey(FaultKind.RESTART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "earthquake", "crash=often", "crash=-0.1", "crash=NaN", "delay=0.6,crash=0.6"})
    void whatIsNoRateIsRefused(String text) {
        assertThatThrownBy(() -> FaultRates.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
