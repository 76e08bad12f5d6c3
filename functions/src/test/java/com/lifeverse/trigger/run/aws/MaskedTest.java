package com.lifeverse.trigger.run.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class MaskedTest {
    @Test
    void whatIsNamedLikeASecretIsNotShownHoweverDeep() {
        assertThat(Masked.of(
                                "{\"a\":[{\"refreshToken\":\"x\",\"apiKey\":{\"b\":1},\"item\":\"gem\"}],\"webhook-signature\":\"v1,x\"}")
                        .toString())
                .isEqualTo("{\"a\":[{\"refreshToken\":\"(not shown)\",\"apiKey\":\"(not shown)\",\"item\":\"gem\"}],"
                        + "\"webhook-signature\":\"(not shown)\"}");
    }

    @Test
    void whatIsLongIsCutBehindTheMask() {
        var secret = "s".repeat(5_000);

        assertThat(Masked.of("{\"password\":\"%s\",\"a\":\"%s\"}".formatted(secret, "b".repeat(200)), 100)
                        .asText())
                .hasSize(101)
                .doesNotContain("sss");
        assertThat(Masked.of("{\"password\":\"%s\"}".formatted(secret), 100).toString())
                .isEqualTo("{\"password\":\"(not shown)\"}");
    }

    @Test
    void whatIsNoJsonIsAText() {
        assertThat(Masked.of("gone wrong").asText()).isEqualTo("gone wrong");
    }
}
