package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A checkout with {@code ./dev} in it and nothing built. */
record FreshCheckout(Path folder) {
    /** What a command said, and how it ended. */
    record Ended(int code, String said) {}

    static FreshCheckout in(Path folder) throws IOException {
        for (var part : List.of("functions", "cdk", "local", "events", "statemachines", "triggers", "live-events")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.copy(
                Assembly.repository().root().resolve("dev"), folder.resolve("dev"), StandardCopyOption.COPY_ATTRIBUTES);
        return new FreshCheckout(folder);
    }

    Ended dev(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./dev"));
        command.addAll(List.of(words));
        var out = Files.createTempFile("said", ".txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        var ended = new Ended(process.exitValue(), Files.readString(out));
        Files.delete(out);
        return ended;
    }
}
