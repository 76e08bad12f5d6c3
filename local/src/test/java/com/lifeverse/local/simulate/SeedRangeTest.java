package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
final class SeedRangeTest {
    @Test
    void bothEndsAreIn() {
        assertThat(new SeedRange(5, 9).count()).isEqualTo(5);
        assertThat(SeedRange.from(5, 5)).isEqualTo(new SeedRange(5, 9));
    }

    @Test
    void theVeryLastSeedIsOne() {
        assertThat(SeedRange.only(Long.MAX_VALUE).count()).isEqualTo(1);
        assertThat(SeedRange.from(Long.MAX_VALUE, 1)).isEqualTo(SeedRange.only(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "1,-1", "9223372036854775807,2", "2,9223372036854775807"})
    void whatIsNoRangeIsRefused(long first, long count) {
        assertThatThrownBy(() -> SeedRange.from(first, count)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"9,5", "-1,9223372036854775807", "-9223372036854775808,9223372036854775807"})
    void whatCannotBeCountedIsRefused(long first, long last) {
        assertThatThrownBy(() -> new SeedRange(first, last)).isInstanceOf(IllegalArgumentException.class);
    }
}
