package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command exits with when something is in its way: never with a fault of ours. */
@Tag("adapters")
final class ExitTest {
    @ParameterizedTest
    @ValueSource(strings = {"::bad", "nope", "ftp://127.0.0.1", "http://"})
    void aUrlThatIsNoneIsAMatterOfUsage(String url) {
        assertThat(Dev.run("token", "alice", "--url", url)).isEqualTo(Exit.USAGE);
        assertThat(Dev.run("why", "ses_1", "--url", url)).isEqualTo(Exit.USAGE);
    }

    @Test
    void aStackThatIsNotThereIsUnreachable() {
        assertThat(Dev.run("token", "alice", "--url", "http://127.0.0.1:1")).isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void dataThatCannotBeKeptThereIsAMatterOfTheMachine(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("manifest.json"), "{}");
        var file = Files.writeString(directory.resolve("a-file"), "");
        var options = new StackOptions(directory, Optional.of(file.resolve("data")), 0, Optional.empty());
        Assertions.assertThatThrownBy(() -> Starting.stack(options))
                .isInstanceOf(Exit.Unusable.class)
                .hasMessageContaining("Cannot make the data directory")
                .hasMessageContaining("a-file");
    }
}
