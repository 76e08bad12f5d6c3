package com.lifeverse.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.function.sample.Counting;
import com.lifeverse.local.function.sample.Failing;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class AsyncInvocationsTest {
    private static final Instant START = Instant.parse("2026-11-20T18:00:00Z");
    private static final String QUEUE = "arn:aws:sqs:us-east-1:111111111111:lost";

    private final List<String> delivered = new ArrayList<>();
    private Path code = Path.of("");

    @BeforeEach
    void packageHandlers(@TempDir Path directory) {
        code = DirectoryAsset.of(directory, Counting.class, Failing.class);
    }

    @Test
    void anEventIsRunOnceWhenItsFunctionSucceeds() {
        try (var stack = stack(Store.inMemory())) {
            var counting = HostFixture.function("counting", code, Counting.class);
            stack.host.deploy(counting);

            send(stack, counting, "{}");
            stack.agenda.advance(Duration.ofHours(7));

            assertThat(stack.host.logs("counting")).hasSize(1);
            assertThat(stack.failures).isEmpty();
        }
    }

    @Test
    void aFailedEventIsTriedAgainAfterOneAndTwoMinutesAndThenReportedLost() {
        try (var stack = stack(Store.inMemory())) {
            var failing = HostFixture.function("failing", code, Failing.class);
            stack.host.deploy(failing);

            send(stack, failing, "{}");
            stack.agenda.settle();
            assertThat(attempts(stack)).isEqualTo(1);
            stack.agenda.advance(Duration.ofSeconds(60));
            assertThat(attempts(stack)).isEqualTo(2);
            stack.agenda.advance(Duration.ofSeconds(119));
            assertThat(attempts(stack)).isEqualTo(2);
            stack.agenda.advance(Duration.ofSeconds(1));
            assertThat(attempts(stack)).isEqualTo(3);
            stack.agenda.advance(Duration.ofHours(7));

            assertThat(attempts(stack)).isEqualTo(3);
            assertThat(stack.failures)
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageContaining("RetriesExhausted")
                            .hasMessageContaining("the lantern is out"));
        }
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
    void anAcceptedEventSurvivesARestart(@TempDir Path data) {
        var counting = HostFixture.function("counting", code, Counting.class);
        try (var store = Store.in(data);
                var stack = stack(store)) {
            stack.host.deploy(counting);
            send(stack, counting, "{}");
            assertThat(stack.host.logs("counting")).isEmpty();
        }
        try (var store = Store.in(data);
                var stack = stack(store)) {
            stack.host.deploy(counting);
            stack.agenda.settle();

            assertThat(stack.host.logs("counting")).hasSize(1);
        }
    }

    private static HostFixture stack(Store store) {
        return new HostFixture(store, Agenda.virtual(START, failure -> {}), TestCallers.allowingAll());
    }

    private static void send(HostFixture stack, FunctionSettings function, String payload) {
        stack.endpoints.at(function.arn()).accept(Caller.unrestricted(), payload);
    }

    private static long attempts(HostFixture stack) {
        return stack.host.logs("failing").stream()
                .filter(line -> line.startsWith("java.lang.IllegalStateException"))
                .count();
    }
}
