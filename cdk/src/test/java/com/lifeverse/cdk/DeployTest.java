package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev deploy} in a checkout that nobody has tested. */
@Tag("template")
class DeployTest {
    private final FreshCheckout checkout;

    DeployTest(@TempDir Path folder) throws IOException {
        checkout = FreshCheckout.in(folder);
    }

    @Test
    void whatWasNotTestedGoesToNobodyElse() throws Exception {
        for (var stage : List.of("beta", "prod")) {
            var ended = checkout.dev("deploy", stage);

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said()).contains("were not tested", "./dev test");
        }
    }

    @Test
    void whatWasChangedSinceItWasTestedIsNotTested() throws Exception {
        Files.createDirectories(checkout.folder().resolve("target"));
        Files.writeString(checkout.folder().resolve("target/tested"), "1234-5678");

        assertThat(checkout.dev("deploy", "prod").said()).contains("or are others now");
    }

    @Test
    void aWrongWordIsAMatterOfUsage() throws Exception {
        assertThat(checkout.dev("deploy", "live").code()).isEqualTo(2);
        assertThat(checkout.dev("deploy", "prod", "--now").code()).isEqualTo(2);
        assertThat(checkout.dev("deploy", "prod", "").code()).isEqualTo(2);
        assertThat(checkout.dev("deploy", "prod", "--preflight", "now").code()).isEqualTo(2);
    }
}
