package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
final class SimulateCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-such-scenario",
                "--seeds 0",
                "--seeds some",
                "--seeds 2 --from 9223372036854775807",
                "--seed 9223372036854775808",
                "--seed 1 --seeds 2",
                "--seed 1 --from 2",
                "--faults delay=0.3",
                "--faults earthquake",
                "--faults crash=2",
                "--threads 0",
                "first-light second-light"
            })
    void whatCannotBePlayedIsAMatterOfUsage(String words) {
        assertThat(Dev.run(("simulate " + words).split(" "))).isEqualTo(Exit.USAGE);
    }

    @Test
    void aProofOfNothingKnownIsToo() {
        assertThat(Dev.run("prove", "--only", "everything")).isEqualTo(Exit.USAGE);
    }

    @Test
    void bothSayWhatTheyDo() {
        assertThat(Dev.run("simulate", "--help")).isEqualTo(Exit.FINE);
        assertThat(Dev.run("prove", "--help")).isEqualTo(Exit.FINE);
    }
}
