package com.lifeverse.trigger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class SignatureTest {
    /** Key, message and signature are the example of Standard Webhooks' own libraries. */
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Instant THEN = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void signsAsTheSpecificationsLibrariesDo() {
        assertThat(Signature.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", THEN, "{\"test\": 2432232314}", List.of(KEY)))
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whileKeysChangeOverEachOfThemSigns() {
        var headers =
                Signature.headers("m-1", THEN, "{}", List.of(KEY, "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="));

        assertThat(String.valueOf(headers.get("webhook-signature")).split(" "))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anIdThatCouldBeTakenApartOtherwiseIsNoId() {
        assertThatThrownBy(() -> Signature.headers("m.1", THEN, "{}", List.of(KEY)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
