package com.lifeverse.local.identity.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ProvisioningFailed;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class CustomResourceTypeTest {
    private static final String SUCCESS = """
            {"Status": "SUCCESS", "PhysicalResourceId": "keys-1", "Data": {"Kid": "k1", "Count": 1}}""";

    private final AtomicLong drawn = new AtomicLong();
    private final IdSource ids = () -> IdSource.version7(0, 0, drawn.incrementAndGet());
    private final Store store = Store.inMemory();
    private final KeyMaker function = new KeyMaker();

    @AfterEach
    void close() {
        function.http.close();
    }

    @Test
    void theFirstRunCreatesAndItsAnswerIsWhatReferencesSee() {
        var made = provision("{\"Days\": 30}");

        assertThat(made.ref()).isEqualTo("keys-1");
        assertThat(made.attributes()).containsEntry("Kid", "k1").containsEntry("Count", "1");
        var event = function.events.getFirst();
        assertThat(event.path("RequestType").asText()).isEqualTo("Create");
        assertThat(event.path("ResourceProperties").path("Days")).isEqualTo(Declarations.json("\"30\""));
        assertThat(event.path("StackId").asText())
                .startsWith("arn:aws:cloudformation:us-east-1:111111111111:stack/dev/");
        assertThat(event.path("ResponseURL").asText()).startsWith("http://127.0.0.1:");
    }

    @Test
    void anUnchangedResourceIsLeftAlone() {
        var first = provision("{\"Days\": 30}");

        assertThat(provision("{\"Days\": 30}")).isEqualTo(first);
        assertThat(function.events).hasSize(1);
    }

    @Test
    void changedPropertiesAreAnUpdateThatKnowsTheOldOnes() {
        provision("{\"Days\": 30}");
        provision("{\"Days\": 60}");

        var event = function.events.getLast();
        assertThat(event.path("RequestType").asText()).isEqualTo("Update");
        assertThat(event.path("PhysicalResourceId").asText()).isEqualTo("keys-1");
        assertThat(event.path("OldResourceProperties").path("Days").asText()).isEqualTo("30");
    }

    @Test
    void anAnswerOfFailureStopsProvisioningWithItsReasonAndIsTriedAgain() {
        function.response = Optional.of("{\"Status\": \"FAILED\", \"Reason\": \"the bucket is closed\"}");

        assertThatThrownBy(() -> provision("{}"))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessage("Custom::SigningKeys FirstKey of stack dev could not be made: the bucket is closed");

        function.response = Optional.of(SUCCESS);
        provision("{}");
        assertThat(function.events.getLast().path("RequestType").asText()).isEqualTo("Create");
    }

    @Test
    void aFunctionThatFailsStopsProvisioningWithItsError() {
        function.response = Optional.empty();
        function.answer = new Functions.Answer("{\"errorMessage\": \"no secret\"}", Optional.of("Unhandled"));

        assertThatThrownBy(() -> provision("{}")).hasMessageContaining("no secret");
    }

    @Test
    void aFunctionThatSaysNothingStopsProvisioning() {
        function.response = Optional.empty();

        assertThatThrownBy(() -> provision("{}")).hasMessageContaining("ended without an answer");
    }

    @Test
    void onlyTheFirstDocumentAtTheSecretPathIsTaken() throws IOException, InterruptedException {
        try (var address = ResponseAddress.open("secret")) {
            var elsewhere = address.url().replace("secret", "guess");

            assertThat(function.put(elsewhere, "guessed")).isEqualTo(403);
            assertThat(function.put(address.url(), "first")).isEqualTo(200);
            assertThat(function.put(address.url(), "second")).isEqualTo(403);
            assertThat(address.received()).contains("first");
        }
    }

    private Provisioned provision(String properties) {
        var type = CustomResourceType.all(function, store, ids).getLast();
        return type.provision(Declarations.of("Custom::SigningKeys", "FirstKey", properties));
    }

    /** A function that answers over HTTP what it is told to. */
    private static final class KeyMaker implements Functions {
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<JsonNode> events = new ArrayList<>();
        private Optional<String> response = Optional.of(SUCCESS);
        private Answer answer = new Answer("{}", Optional.empty());

        @Override
        public Answer invoke(Caller caller, String functionArn, String payload) {
            var event = Declarations.json(payload);
            events.add(event);
            response.ifPresent(body -> {
                try {
                    put(event.path("ResponseURL").asText(), body);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return answer;
        }

        private int put(String url, String body) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
