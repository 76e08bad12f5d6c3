package com.lifeverse.session.lambda;

import static com.lifeverse.session.support.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class SigningKeyFunctionTest {
    private static final String KEYS = ".well-known/jwks.json";

    private final SessionSurroundings surroundings = new SessionSurroundings();
    private final SigningKeyFunction function = new SigningKeyFunction(surroundings.runtime());
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private HttpServer cloudFormation;
    private int status = 200;

    @BeforeEach
    void cloudFormationWaits() throws IOException {
        cloudFormation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloudFormation.createContext("/", exchange -> {
            answers.add(Json.mapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        cloudFormation.start();
    }

    @AfterEach
    void cloudFormationStops() {
        cloudFormation.stop(0);
    }

    @Test
    void aDeploymentMakesTheFirstKeyAndIsAnswered() throws IOException {
        deploy("Create");

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
            assertThat(answer.path("PhysicalResourceId").asText()).isEqualTo("signing-keys");
            assertThat(answer.path("StackId").asText()).isEqualTo("stack-1");
            assertThat(answer.path("RequestId").asText()).isEqualTo("request-7");
            assertThat(answer.path("LogicalResourceId").asText()).isEqualTo("Keys");
            assertThat(answer.at("/Data/kid").asText()).isEqualTo(kids().getFirst());
        });
    }

    @Test
    void theIssuersDocumentsArePublished() throws IOException {
        deploy("Create");
        var discovery = surroundings.objects.json(".well-known/openid-configuration");

        assertThat(discovery.path("issuer").asText()).isEqualTo("https://issuer.example");
        assertThat(discovery.path("jwks_uri").asText()).isEqualTo("https://issuer.example/" + KEYS);
        assertThat(surroundings.objects.json(KEYS).at("/keys/0/kty").asText()).isEqualTo("RSA");
        assertThat(surroundings.objects.json(KEYS).at("/keys/0/alg").asText()).isEqualTo("RS256");
    }

    @Test
    void anUpdateKeepsTheKeyAndPublishesItAgain() throws IOException {
        deploy("Create");
        var before = kids();
        surroundings.objects.empty();

        deploy("Update");

        assertThat(kids()).isEqualTo(before);
    }

    @Test
    void aDeletionLeavesEverythingInPlace() throws IOException {
        deploy("Create");
        var secret = surroundings.secrets.getSecretValue(request -> request.secretId("keys"));

        deploy("Delete");

        assertThat(answers.getLast().path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(surroundings.secrets.getSecretValue(request -> request.secretId("keys")))
                .isEqualTo(secret);
        assertThat(kids()).hasSize(1);
    }

    @Test
    void aFailureIsAnsweredWithItsReason() throws IOException {
        surroundings.objects.goDown();

        deploy("Create");

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
            assertThat(answer.path("Reason").asText()).contains("S3 is down");
        });
    }

    @Test
    void anAnswerThatNobodyTakesIsThrownSoThatTheRequestComesAgain() {
        status = 403;

        assertThatThrownBy(() -> deploy("Create"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void aRotationPublishesAllThreeStatesAndNeverAPrivateHalf() throws IOException {
        deploy("Create");
        var first = kids().getFirst();

        var next = act("prepare").path("kid").asText();
        assertThat(kids()).containsExactly(first, next);

        surroundings.pass(POLICY.keyLead());
        assertThat(act("activate")).isEqualTo(Json.object().put("kid", next).put("changed", true));
        assertThat(kids()).containsExactly(first, next);

        surroundings.pass(POLICY.keyOverlap());
        assertThat(act("retire")).isEqualTo(Json.object().put("kid", next).put("changed", true));
        assertThat(kids()).containsExactly(next);
        assertThat(surroundings.objects.contents().toString())
                .doesNotContain("\"d\"")
                .doesNotContain("\"p\"");
    }

    @Test
    void aRepeatedStepChangesNothing() throws IOException {
        deploy("Create");
        var prepared = act("prepare");

        assertThat(act("prepare")).isEqualTo(((ObjectNode) prepared.deepCopy()).put("changed", false));
        assertThat(kids()).hasSize(2);
    }

    @Test
    void aStepTooEarlyFailsWithTheTimeAtWhichItMayBeTaken() throws IOException {
        deploy("Create");
        act("prepare");
        surroundings.pass(Duration.ofHours(2));

        assertThatThrownBy(() -> act("activate")).hasMessageContaining("2026-01-01T03:00:00Z");
    }

    @Test
    void anActionThatIsNoneFails() throws IOException {
        deploy("Create");

        assertThatThrownBy(() -> act("destroy")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingSecretIsEverLogged() throws IOException {
        deploy("Create");
        surroundings.objects.goDown();
        deploy("Update");
        var secret = Json.read(surroundings
                .secrets
                .getSecretValue(request -> request.secretId("keys"))
                .secretString());

        assertThat(surroundings.log()).hasSize(1);
        assertThat(surroundings.log().toString() + answers)
                .doesNotContain(secret.at("/keys/0/jwk/d").asText())
                .doesNotContain(secret.path("refreshSecret").asText());
    }

    private void deploy(String type) throws IOException {
        var request = Json.object()
                .put("RequestType", type)
                .put(
                        "ResponseURL",
                        "http://127.0.0.1:%d/answer?signature=x"
                                .formatted(cloudFormation.getAddress().getPort()))
                .put("StackId", "stack-1")
                .put("RequestId", "request-7")
                .put("LogicalResourceId", "Keys");
        try (var _ = surroundings.logging()) {
            function.handleRequest(
                    new ByteArrayInputStream(request.toString().getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream(),
                    surroundings);
        }
    }

    private JsonNode act(String action) throws IOException {
        return surroundings.invoke(function, Json.object().put("action", action));
    }

    private List<String> kids() throws IOException {
        return surroundings
                .objects
                .json(KEYS)
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asText())
                .toList();
    }
}
