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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
final class AsyncInvocationsTest {
    private static final Instant START = Instant.parse("2026-11-20T18:00:00Z");
    private static final String QUEUE = "arn:aws:sqs:us-east-1:111111111111:lost";

    private final List<String> delivered = new ArrayList<>();
    private final Path code;

    AsyncInvocationsTest(@TempDir Path directory) {
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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anEventIsTriedAgainAsOftenAsItsFunctionSaysAndNoMore(int retries) {
        try (var stack = stack(Store.inMemory())) {
            var failing = HostFixture.function("failing", code, Failing.class);
            stack.host.deploy(failing);
            stack.endpoints.register(QUEUE, (caller, payload) -> delivered.add(payload));
            stack.host.configure(
                    FunctionId.parse("failing"),
                    new AsyncSettings(retries, Duration.ofHours(6), Optional.empty(), Optional.of(QUEUE)));

            send(stack, failing, "{}");
            stack.agenda.advance(Duration.ofHours(7));

            assertThat(attempts(stack)).isEqualTo(1 + retries);
            assertThat(delivered).singleElement().asString().contains("\"approximateInvokeCount\":" + (1 + retries));
        }
    }

    @Test
    void anEventThatWouldBeTooOldForItsNextTryIsGivenUp() {
        try (var stack = stack(Store.inMemory())) {
            var failing = HostFixture.function("failing", code, Failing.class);
            stack.host.deploy(failing);
            stack.endpoints.register(QUEUE, (caller, payload) -> delivered.add(payload));
            stack.host.configure(
                    FunctionId.parse("failing"),
                    new AsyncSettings(2, Duration.ofSeconds(90), Optional.empty(), Optional.of(QUEUE)));

            send(stack, failing, "{}");
            stack.agenda.advance(Duration.ofHours(7));

            assertThat(attempts(stack)).isEqualTo(2);
            assertThat(delivered).singleElement().asString().contains("\"condition\":\"EventAgeExceeded\"");
        }
    }

    @Test
    void aRetryKeepsItsTimeAndItsCountThroughARestart(@TempDir Path data) {
        var failing = HostFixture.function("failing", code, Failing.class);
        try (var store = Store.in(data);
                var stack = stack(store)) {
            stack.host.deploy(failing);
            send(stack, failing, "{}");
            stack.agenda.advance(Duration.ofSeconds(60));
            assertThat(attempts(stack)).isEqualTo(2);
        }
        try (var store = Store.in(data);
                var stack = new HostFixture(
                        store, Agenda.virtual(START.plusSeconds(60), failure -> {}), TestCallers.allowingAll())) {
            stack.host.deploy(failing);
            stack.agenda.advance(Duration.ofSeconds(119));
            assertThat(attempts(stack)).isZero();
            stack.agenda.advance(Duration.ofHours(7));
            assertThat(attempts(stack)).isEqualTo(1);
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
