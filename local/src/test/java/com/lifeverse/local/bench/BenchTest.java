package com.lifeverse.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
class BenchTest {
    @Test
    void everyKindIsMeasuredInAsManyRoundsAsAsked(@TempDir Path directory) throws Exception {
        var measurements = new Bench(0, 2, 320).run(directory);
        assertThat(measurements).extracting(Measurement::threads).containsExactly(1, 1, 16, 1);
        assertThat(measurements).allSatisfy(each -> {
            assertThat(each.rates()).hasSize(2).allMatch(rate -> rate > 0);
            assertThat(each.lowest()).isLessThanOrEqualTo(each.median());
            assertThat(each.highest()).isGreaterThanOrEqualTo(each.median());
        });
    }

    @Test
    void theMedianIsTheMiddleOfTheRounds() {
        assertThat(rounds(3.0, 1.0, 2.0).median()).isEqualTo(2.0);
        assertThat(rounds(4.0, 1.0, 2.0, 3.0).median()).isEqualTo(2.5);
    }

    @Test
    void severalThreadsAreHeldToTheClockAndOneToItsCore() {
        assertThat(rounds(1.0, 1.0, 3.0).isHeld()).isFalse();
        assertThat(rounds(1.0, 2.0, 3.0).isHeld()).isTrue();
        assertThat(new Measurement("things", 1, List.of(1.0), 100_000, 0.1, 10).isHeld())
                .isTrue();
        assertThat(new Measurement("things", 1, List.of(1.0), 200_000, 0.1, 10).isHeld())
                .isFalse();
    }

    private static Measurement rounds(Double... rates) {
        return new Measurement("things", 16, List.of(rates), 1, 1, 2);
    }
}
