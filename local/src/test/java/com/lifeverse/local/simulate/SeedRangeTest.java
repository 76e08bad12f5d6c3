package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
final class SeedRangeTest {
    @Test
    void bothEndsAreIn() {
        assertThat(SeedRange.parse("5..9")).isEqualTo(new SeedRange(5, 9));
        assertThat(SeedRange.parse("5..9").count()).isEqualTo(5);
    }

    @Test
    void oneNumberIsHowManyFromTheFirst() {
        assertThat(SeedRange.parse("200")).isEqualTo(new SeedRange(1, 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9..5", "a..b", "5..", "-1", "0", "1...3"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> SeedRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
