package com.lifeverse.local.simulate.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TokenRulesTest {
    private static final Instant EXPIRY = Instant.parse("2026-02-01T07:30:00Z");
    private static final Response UNKNOWN_KEY = Response.message(401, "Unauthorized")
            .with("www-authenticate", "Bearer error=\"invalid_token\" error_description=\"unknown key\"");

    @Test
    void aTokenThatIsRefusedBeforeItExpiresIsAViolation() {
        assertThat(violations(EXPIRY.minusSeconds(1), UNKNOWN_KEY))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.invariant()).isEqualTo("tokens-outlive-their-key");
                    assertThat(found.step()).isEqualTo(7);
                    assertThat(found.what()).contains("GET /v1/sessions/ses_1 by ada", "unknown key");
                });
    }

    @Test
    void oneThatHasExpiredMayBe() {
        assertThat(violations(EXPIRY, UNKNOWN_KEY)).isEmpty();
    }

    @Test
    void whatAFunctionRefusesIsNoMatterOfTheToken() {
        assertThat(violations(EXPIRY.minusSeconds(1), Response.json(401, "{\"type\":\"/problems/session-ended\"}")))
                .isEmpty();
    }

    private static List<Violation> violations(Instant at, Response response) {
        var claims = "{\"exp\":%d}".formatted(EXPIRY.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
        var token = "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims) + ".signature";
        var request =
                Request.of("GET", Calls.SESSIONS + "/ses_1", Map.of("authorization", "Bearer " + token), Body.EMPTY);
        return new TokenRules(List.of(new Exchange(1, 2, 7, at, "ada", request, response))).violations();
    }
}
