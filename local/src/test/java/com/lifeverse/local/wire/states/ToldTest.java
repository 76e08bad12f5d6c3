package com.lifeverse.local.wire.states;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class ToldTest {
    @Test
    void expressExecutionIsBilledByTenthsOfASecondThatItBegan() {
        assertThat(Told.billed(0)).isEqualTo(100);
        assertThat(Told.billed(101)).isEqualTo(200);
        assertThat(Told.billed(300_000)).isEqualTo(300_000);
    }
}
