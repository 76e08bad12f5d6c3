package com.lifeverse.session.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class SignInFunctionTest {
    private final SessionSurroundings surroundings = new SessionSurroundings();
    private final SignInFunction function = new SignInFunction(surroundings.runtime());

    @Test
    void allMissingSettingsAreNamedAtOnce() {
        assertThatThrownBy(() -> new SignInFunction(surroundings.runtime(Map.of("ISSUER", "https://issuer.example"))))
                .hasMessageContaining(
                        "LIVE_TABLE, HISTORY_TABLE, PLAYERS_TABLE, SIGNING_SECRET, AUDIENCE, IDENTITY_PROVIDERS, QUEUE_TABLE");
    }

    @Test
    void everythingWrongWithABodyIsSaidAtOnce() throws IOException {
        var body = "{\"credential\": {\"type\": \"password\", \"deviceId\": \"short\"}, \"platform\": \"toaster\","
                + " \"clientVersion\": \"1.4\", \"region\": \"EU\", \"captions\": true}";

        assertThat(pointers(refused(Requests.signIn(body), 400, "invalid-request")))
                .containsExactlyInAnyOrder(
                        "/captions",
                        "/credential/type",
                        "/credential/deviceId",
                        "/credential/secret",
                        "/platform",
                        "/clientVersion",
                        "/region");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() throws IOException {
        refused(Requests.signIn("{"), 400, "malformed-json");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws IOException {
        var request = Requests.signIn(Requests.SIGN_IN);
        request.withObject("/headers").put("content-type", "text/plain");

        refused(request, 415, "unsupported-media-type");
    }

    @Test
    void aBodyHasAtMostEightKibibytes() throws IOException {
        refused(Requests.signIn("{}" + " ".repeat(8190)), 400, "invalid-request");
        refused(Requests.signIn("{}" + " ".repeat(8191)), 413, "body-too-large");
    }

    @Test
    void aMalformedIdempotencyKeyIsRefused() throws IOException {
        var request = Requests.signIn(Requests.SIGN_IN);
        request.withObject("/headers").put("idempotency-key", "unquoted");

        assertThat(pointers(refused(request, 400, "invalid-request"))).containsExactly("Idempotency-Key");
    }

    @Test
    void noRefusalTouchesATable() throws IOException {
        refused(Requests.signIn("{}"), 400, "invalid-request");

        assertThat(surroundings.table.requests).isEmpty();
    }

    private JsonNode refused(ObjectNode request, int status, String problem) throws IOException {
        var answer = surroundings.invoke(function, request);
        var body = Json.read(answer.path("body").asText());

        assertThat(answer.path("statusCode").asInt()).as("status of %s", answer).isEqualTo(status);
        assertThat(body.path("type").asText()).isEqualTo("/problems/" + problem);
        return body;
    }

    private static List<String> pointers(JsonNode problem) {
        return problem.path("violations")
                .valueStream()
                .map(violation -> violation
                        .path("pointer")
                        .asText(violation.path("parameter").asText()))
                .toList();
    }
}
