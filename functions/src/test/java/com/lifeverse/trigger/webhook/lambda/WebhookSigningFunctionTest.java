package com.lifeverse.trigger.webhook.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.webhook.Signature;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class WebhookSigningFunctionTest {
    private static final String NEW = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4";
    private static final String REQUEST =
            "{\"destination\": \"community-board\", \"id\": \"dec_1-2\", \"message\": {\"type\": \"trigger.fired\"}}";

    @Test
    void aMessageIsSignedAsItWillBeSentToWhereItsStageHasIt() {
        var secret = new OneSecret().with("AWSCURRENT", NEW);

        var signed = secret.invoke(new WebhookSigningFunction(secret.runtime()), REQUEST);

        assertThat(signed.path("url").asText()).isEqualTo("https://hooks.community.example/dev");
        assertThat(signed.path("body").asText()).isEqualTo("{\"type\":\"trigger.fired\"}");
        assertThat(signed.at("/headers/webhook-signature").asText())
                .isEqualTo(Signature.headers("dec_1-2", Given.NOW, "{\"type\":\"trigger.fired\"}", List.of(NEW))
                        .get("webhook-signature"));
    }

    @Test
    void theSecretItselfIsNeitherToldNorLogged() {
        var secret = new OneSecret().with("AWSCURRENT", NEW);

        var signed = secret.invoke(new WebhookSigningFunction(secret.runtime()), REQUEST);

        assertThat(signed.toString() + secret.log()).doesNotContain(NEW);
    }

    @Test
    void whileASecretChangesOverBothSign() {
        var secret = new OneSecret().with("AWSCURRENT", NEW).with("AWSPREVIOUS", OLD);

        var signed = secret.invoke(new WebhookSigningFunction(secret.runtime()), REQUEST);

        assertThat(signed.at("/headers/webhook-signature").asText().split(" ")).hasSize(2);
    }

    @Test
    void aDestinationThatNobodyHasEnteredIsNotSignedFor() {
        var secret = new OneSecret().with("AWSCURRENT", NEW);
        var function = new WebhookSigningFunction(secret.runtime());

        for (var name : List.of("partner", "../first-win-of-the-day", "")) {
            assertThatThrownBy(() -> secret.invoke(function, REQUEST.replace("community-board", name)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
