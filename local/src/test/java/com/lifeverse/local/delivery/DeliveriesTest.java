package com.lifeverse.local.delivery;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
class DeliveriesTest {
    private static final String RULE = "arn:aws:events:us-east-1:111111111111:rule/live/wins";
    private static final String TARGET = "arn:aws:states:us-east-1:111111111111:stateMachine:effects";

    private static Delivery delivery(String target, RetryPolicy policy, Optional<String> deadLetters) {
        return new Delivery(
                "d-1",
                new Origin(Origin.Kind.RULE, RULE, Optional.of(MessagingStack.roleArn("deliver"))),
                target,
                Optional.of("{\"part\":1}"),
                "{\"whole\":true}",
                policy,
                deadLetters,
                START,
                0,
                START);
    }

    @Test
    void failedDeliveryIsTriedAgainUntilTheTargetTakesIt() {
        var stack = MessagingStack.inMemory();
        var taken = new ArrayList<String>();
        var refusals = new ArrayList<>(List.of(1, 2, 3));
        stack.endpoints.register(TARGET, (caller, payload) -> {
            if (!refusals.isEmpty()) {
                refusals.removeFirst();
                throw new IllegalStateException("not now");
            }
            taken.add(caller.name() + " " + payload);
        });
        stack.deliveries.record(List.of(delivery(TARGET, RetryPolicy.DEFAULT, Optional.empty())));
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(taken).containsExactly(MessagingStack.roleArn("deliver") + " {\"part\":1}");
        assertThat(stack.deliveries.underWay()).isEmpty();
        assertThat(stack.failures).as("a fault is told, though retried").hasSize(3);
    }

    @Test
    void whatATargetBeganBeforeItFailedIsTakenBackSoThatTheNextTryDoesItOnce() {
        var stack = MessagingStack.inMemory();
        var begun = stack.store.texts("begun");
        var refusals = new ArrayList<>(List.of(1, 2));
        stack.endpoints.register(TARGET, (caller, payload) -> {
            stack.store.write(() -> begun.put("execution-" + begun.size(), payload));
            if (!refusals.isEmpty()) {
                refusals.removeFirst();
                throw new IllegalStateException("not now");
            }
        });
        stack.deliveries.record(List.of(delivery(TARGET, RetryPolicy.DEFAULT, Optional.empty())));
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(begun).containsOnlyKeys("execution-0");
        assertThat(stack.deliveries.underWay()).isEmpty();
    }

    @Test
    void deliveryThatUsedUpItsRetriesGoesToTheDeadLettersWithTheReason() {
        var stack = MessagingStack.inMemory();
        var dead = stack.openQueue("dead", RULE);
        stack.endpoints.register(TARGET, (caller, payload) -> {
            throw new IllegalStateException("never");
        });
        var policy = new RetryPolicy(2, Duration.ofHours(1));
        stack.deliveries.record(List.of(delivery(TARGET, policy, Optional.of(dead.arn()))));
        stack.agenda.advance(Duration.ofMinutes(5));
        assertThat(stack.queues.look(dead.arn(), 10)).singleElement().satisfies(letter -> {
            assertThat(letter.body()).isEqualTo("{\"whole\":true}");
            assertThat(letter.attributes())
                    .containsEntry("RULE_ARN", RULE)
                    .containsEntry("TARGET_ARN", TARGET)
                    .containsEntry("ERROR_CODE", "ERROR_FROM_TARGET")
                    .containsEntry("ERROR_MESSAGE", "never")
                    .containsEntry("RETRY_ATTEMPTS", "2")
                    .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts");
        });
        assertThat(stack.deliveries.underWay()).isEmpty();
    }

    @Test
    void deadLetterOfAScheduleSaysWhenItWasDueAndWhatTheTargetAnswered() {
        var stack = MessagingStack.inMemory();
        var dead = stack.openQueue("dead", RULE);
        stack.deliveries.record(List.of(new Delivery(
                "one",
                new Origin(Origin.Kind.SCHEDULE, "arn:schedule", Optional.of("arn:aws:iam::111111111111:role/s")),
                "arn:aws:sqs:us-east-1:111111111111:none",
                Optional.of("{}"),
                "{}",
                RetryPolicy.DEFAULT,
                Optional.of(dead.arn()),
                stack.agenda.instant(),
                0,
                stack.agenda.instant(),
                Optional.of("2026-01-01T04:00:00Z"))));
        stack.agenda.settle();
        assertThat(stack.queues.look(dead.arn(), 10))
                .singleElement()
                .satisfies(letter -> assertThat(letter.attributes())
                        .containsEntry("SCHEDULE_ARN", "arn:schedule")
                        .containsEntry("ERROR_CODE", "AWS.SimpleQueueService.NonExistentQueue")
                        .containsEntry("EXECUTION_ID", "one")
                        .containsEntry("IS_PAYLOAD_TRUNCATED", "false")
                        .containsEntry("SCHEDULED_TIME", "2026-01-01T04:00:00Z")
                        .containsEntry("RETRY_ATTEMPTS", "0"));
    }

    @Test
    void deliveryIsGivenUpAtItsMaximumAge() {
        var stack = MessagingStack.inMemory();
        stack.endpoints.register(TARGET, (caller, payload) -> {
            throw new IllegalStateException("never");
        });
        stack.deliveries.record(List.of(delivery(TARGET, RetryPolicy.DEFAULT, Optional.empty())));
        stack.agenda.advance(Duration.ofHours(20));
        assertThat(stack.deliveries.underWay()).hasSize(1);
        stack.agenda.advance(Duration.ofHours(4).plusMinutes(1));
        assertThat(stack.deliveries.underWay()).isEmpty();
        assertThat(stack.lost).extracting(Failure::code).containsExactly("ERROR_FROM_TARGET");
    }

    @Test
    void queueWithoutPolicyRefusesTheServiceAtOnce() {
        var stack = MessagingStack.inMemory();
        var closed = stack.queue("closed");
        var asService = new Delivery(
                "d-1",
                new Origin(Origin.Kind.RULE, RULE, Optional.empty()),
                closed.arn(),
                Optional.of("{}"),
                "{}",
                RetryPolicy.DEFAULT,
                Optional.empty(),
                START,
                0,
                START);
        stack.deliveries.record(List.of(asService));
        stack.agenda.settle();
        assertThat(stack.bodies(closed)).isEmpty();
        assertThat(stack.lost).extracting(Failure::code).containsExactly("NO_PERMISSIONS");
    }

    @Test
    void targetThatDoesNotExistIsNotTriedAgain() {
        var stack = MessagingStack.inMemory();
        stack.deliveries.record(List.of(delivery(TARGET, RetryPolicy.DEFAULT, Optional.empty())));
        stack.agenda.settle();
        assertThat(stack.lost).extracting(Failure::code).containsExactly("NO_RESOURCE");
    }

    @Test
    void recordedDeliveryGoesOnAfterARestart(@TempDir Path directory) {
        try (var before = MessagingStack.in(directory, START)) {
            before.deliveries.record(List.of(delivery(TARGET, RetryPolicy.DEFAULT, Optional.empty())));
        }
        try (var after = MessagingStack.in(directory, START.plusSeconds(60))) {
            var taken = new ArrayList<String>();
            after.endpoints.register(TARGET, (caller, payload) -> taken.add(payload));
            after.deliveries.resume();
            after.deliveries.resume();
            after.agenda.settle();
            assertThat(taken).containsExactly("{\"part\":1}");
            assertThat(after.deliveries.underWay()).isEmpty();
        }
    }

    @Test
    void waitsGrowFromASecondToTenMinutes() {
        var policy = RetryPolicy.DEFAULT;
        assertThat(policy.waitBefore(1, "d")).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(policy.waitBefore(5, "d")).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(policy.waitBefore(185, "d")).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }
}
