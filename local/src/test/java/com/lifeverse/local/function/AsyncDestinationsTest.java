package com.lifeverse.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.function.sample.Counting;
import com.lifeverse.local.function.sample.Failing;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Endpoint;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of asynchronous events is told where their function says. */
@Tag("adapters")
final class AsyncDestinationsTest {
    private static final Instant START = Instant.parse("2026-11-20T18:00:00Z");
    private static final String BUS = "arn:aws:events:us-east-1:111111111111:event-bus/told";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:111111111111:lost";

    private final List<String> delivered = new ArrayList<>();
    private final Path code;

    AsyncDestinationsTest(@TempDir Path directory) {
        code = DirectoryAsset.of(directory, Counting.class, Failing.class);
    }

    @Test
    void anEventGivenUpGoesToItsDestinationWithWhatHappened() {
        try (var stack = stack(Store.inMemory())) {
            var failing = HostFixture.function("failing", code, Failing.class);
            stack.host.deploy(failing);
            stack.endpoints.register(QUEUE, (caller, payload) -> delivered.add(payload));
            stack.host.configure(
                    FunctionId.parse("failing"),
                    new AsyncSettings(0, Duration.ofHours(6), Optional.empty(), Optional.of(QUEUE)));

            send(stack, failing, "{\"a\":1}");
            stack.agenda.settle();

            assertThat(delivered)
                    .singleElement()
                    .satisfies(record -> assertThat(record)
                            .contains("\"condition\":\"RetriesExhausted\"", "\"approximateInvokeCount\":1")
                            .contains(
                                    "\"requestPayload\":{\"a\":1}", "\"functionArn\":\"" + failing.arn() + ":$LATEST\"")
                            .contains("the lantern is out"));
            assertThat(stack.failures).isEmpty();
        }
    }

    @Test
    void anEventThatCanNeverRunGoesToTheDeadLettersAsItCame() {
        try (var stack = stack(Store.inMemory())) {
            var failing = HostFixture.function("failing", code, Failing.class);
            var closed = new FunctionSettings(
                    failing.name(),
                    failing.code(),
                    failing.handler(),
                    failing.role(),
                    failing.variables(),
                    failing.timeout(),
                    failing.memory(),
                    OptionalInt.of(0),
                    Optional.of(QUEUE));
            stack.endpoints.register(QUEUE, (caller, payload) -> delivered.add(payload));
            stack.host.deploy(closed);

            send(stack, closed, "{\"a\":1}");
            stack.agenda.settle();

            assertThat(delivered).containsExactly("{\"a\":1}");
        }
    }

    @Test
    void anEventThatSucceedsIsToldToItsBusAsLambdaTellsIt() {
        try (var stack = stack(Store.inMemory())) {
            var counting = HostFixture.function("counting", code, Counting.class);
            stack.host.deploy(counting);
            stack.endpoints.register(BUS, (caller, payload) -> delivered.add(payload));
            stack.host.configure(
                    FunctionId.parse("counting"),
                    new AsyncSettings(2, Duration.ofHours(6), Optional.of(BUS), Optional.of(QUEUE)));

            send(stack, counting, "{\"a\":1}");
            stack.agenda.settle();

            var event = Json.read(delivered.getFirst());
            assertThat(event.path("source").asText()).isEqualTo("lambda");
            assertThat(event.path("detail-type").asText()).isEqualTo("Lambda Function Invocation Result - Success");
            assertThat(event.path("resources"))
                    .extracting(JsonNode::asText)
                    .containsExactly(BUS, counting.arn() + ":$LATEST");
            assertThat(event.at("/detail/requestContext/condition").asText()).isEqualTo("Success");
            assertThat(event.at("/detail/requestPayload/a").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aDeadLetterSaysWhatItDiedOf() {
        try (var stack = stack(Store.inMemory())) {
            var failing = HostFixture.function("failing", code, Failing.class);
            var buried = new FunctionSettings(
                    failing.name(),
                    failing.code(),
                    failing.handler(),
                    failing.role(),
                    failing.variables(),
                    failing.timeout(),
                    failing.memory(),
                    OptionalInt.empty(),
                    Optional.of(QUEUE));
            var letters = new ArrayList<Map<String, String>>();
            stack.endpoints.register(QUEUE, new Endpoint() {
                @Override
                public void accept(Caller caller, String payload) {
                    accept(caller, payload, Map.of());
                }

                @Override
                public void accept(Caller caller, String payload, Map<String, String> attributes) {
                    delivered.add(payload);
                    letters.add(attributes);
                }
            });
            stack.host.deploy(buried);

            send(stack, buried, "{\"a\":1}");
            stack.agenda.advance(Duration.ofHours(7));

            assertThat(delivered).containsExactly("{\"a\":1}");
            assertThat(letters).singleElement().satisfies(words -> {
                assertThat(words).containsEntry("ErrorCode", "200").containsKey("RequestID");
                assertThat(words.get("ErrorMessage")).contains("the lantern is out");
            });
        }
    }

    private static HostFixture stack(Store store) {
        return new HostFixture(store, Agenda.virtual(START, failure -> {}), TestCallers.allowingAll());
    }

    private static void send(HostFixture stack, FunctionSettings function, String payload) {
        stack.endpoints.at(function.arn()).accept(Caller.unrestricted(), payload);
    }
}
