package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks how a command is used gets an answer at once, also where nothing is built yet. */
@Tag("template")
class HelpTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandTellsHowItIsUsedAndBuildsNothingForThat() throws Exception {
        var checkout = FreshCheckout.in(folder);
        var commands = commands();

        assertThat(commands).hasSizeGreaterThan(15).contains("verify", "containers", "tour", "liveops");
        for (var command : commands) {
            for (var word : List.of("--help", "-h")) {
                var ended = checkout.dev(command, word);

                assertThat(ended.said()).startsWith("usage: ./dev " + command).doesNotContain("Building");
                assertThat(ended.code()).as(command).isZero();
            }
        }
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void aCommandThatThereIsNotHasNoHelp() throws Exception {
        assertThat(FreshCheckout.in(folder).dev("dance", "--help").code()).isEqualTo(2);
    }

    /** As the head of the script lists them. */
    private static List<String> commands() throws IOException {
        return Pattern.compile("(?m)^#   ([a-z]+(?:-[a-z]+)*)")
                .matcher(Files.readString(Assembly.repository().root().resolve("dev")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
