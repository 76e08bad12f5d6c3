package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev deploy} in a checkout that nobody has tested. */
@Tag("template")
class DeployTest {
    @TempDir
    Path checkout;

    /** What the command said, and how it ended. */
    private record Ended(int code, String said) {}

    @BeforeEach
    void thereIsACheckout() throws IOException {
        for (var folder : List.of("functions", "cdk", "local", "events", "statemachines", "triggers", "live-events")) {
            Files.createDirectories(checkout.resolve(folder));
        }
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.copy(
                Assembly.repository().root().resolve("dev"),
                checkout.resolve("dev"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void whatWasNotTestedGoesToNobodyElse() throws Exception {
        for (var stage : List.of("beta", "prod")) {
            var ended = dev("deploy", stage);

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said()).contains("were not tested", "./dev test");
        }
    }

    @Test
    void whatWasChangedSinceItWasTestedIsNotTested() throws Exception {
        Files.createDirectories(checkout.resolve("target"));
        Files.writeString(checkout.resolve("target/tested"), "1234-5678");

        assertThat(dev("deploy", "prod").said()).contains("or are others now");
    }

    @Test
    void aWrongWordIsAMatterOfUsage() throws Exception {
        assertThat(dev("deploy", "live").code()).isEqualTo(2);
        assertThat(dev("deploy", "prod", "--now").code()).isEqualTo(2);
    }

    private Ended dev(String... words) throws Exception {
        var command = new ArrayList<>(List.of("./dev"));
        command.addAll(List.of(words));
        var out = Files.createTempFile("said", ".txt");
        var process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        var ended = new Ended(process.exitValue(), Files.readString(out));
        Files.delete(out);
        return ended;
    }
}
