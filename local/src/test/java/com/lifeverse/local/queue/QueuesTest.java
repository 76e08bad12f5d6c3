package com.lifeverse.local.queue;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
class QueuesTest {
    private final MessagingStack stack = MessagingStack.inMemory();
    private final Queue orders = stack.queue("orders");

    private void send(Queue queue, String body) {
        stack.queues.send(Caller.unrestricted(), queue.arn(), body, Map.of());
    }

    @Test
    void receivedMessageIsHiddenUntilItsVisibilityTimeoutHasPassed() {
        send(orders, "a");
        assertThat(stack.queues.receive(orders.arn(), 10)).hasSize(1);
        assertThat(stack.queues.receive(orders.arn(), 10)).isEmpty();
        stack.agenda.advance(Duration.ofSeconds(30));
        assertThat(stack.queues.receive(orders.arn(), 10))
                .singleElement()
                .satisfies(again -> assertThat(again.receiveCount()).isEqualTo(2));
    }

    @Test
    void deletedMessageDoesNotComeAgain() {
        send(orders, "a");
        var received = stack.queues.receive(orders.arn(), 10).getFirst();
        stack.queues.delete(orders.arn(), List.of(received.receiptHandle()));
        stack.agenda.advance(Duration.ofMinutes(5));
        assertThat(stack.queues.counts(orders.arn()).total()).isZero();
    }

    @Test
    void receiptThatWasOvertakenDeletesNothing() {
        send(orders, "a");
        var first = stack.queues.receive(orders.arn(), 10).getFirst();
        stack.agenda.advance(Duration.ofSeconds(30));
        stack.queues.receive(orders.arn(), 10);
        stack.queues.delete(orders.arn(), List.of(first.receiptHandle()));
        assertThat(stack.queues.counts(orders.arn()).inFlight()).isEqualTo(1);
    }

    @Test
    void visibilityOfZeroShowsTheMessageAtOnce() {
        send(orders, "a");
        var received = stack.queues.receive(orders.arn(), 10).getFirst();
        stack.queues.changeVisibility(orders.arn(), received.receiptHandle(), Duration.ZERO);
        assertThat(stack.queues.receive(orders.arn(), 10)).hasSize(1);
    }

    @Test
    void whatAnEarlierRunHeldIsGivenBackAndThatReceiveDoesNotCount() {
        send(orders, "held");
        stack.queues.receive(orders.arn(), 10);
        stack.queues.resume();
        assertThat(stack.queues.receive(orders.arn(), 10))
                .singleElement()
                .satisfies(again -> assertThat(again.receiveCount()).isEqualTo(1));
    }

    @Test
    void messageReceivedTooOftenGoesToTheDeadLetters() {
        var dead = stack.queue("dead");
        stack.queues.define(orders.withRedrive(dead, 2));
        send(orders, "poison");
        for (int receive = 0; receive < 2; receive++) {
            assertThat(stack.queues.receive(orders.arn(), 10)).hasSize(1);
            stack.agenda.advance(Duration.ofSeconds(30));
        }
        assertThat(stack.queues.receive(orders.arn(), 10)).isEmpty();
        assertThat(stack.bodies(dead)).containsExactly("poison");
        assertThat(stack.queues.counts(orders.arn()).total()).isZero();
    }

    @Test
    void delayedMessageIsCountedAsDelayedUntilItShows() {
        var later = new Queue(
                "later",
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofDays(4),
                Queue.MAXIMUM_MESSAGE_BYTES,
                Optional.empty());
        stack.queues.define(later);
        send(later, "a");
        assertThat(stack.queues.counts(later.arn())).isEqualTo(new Queue.Counts(0, 0, 1));
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(stack.queues.counts(later.arn())).isEqualTo(new Queue.Counts(1, 0, 0));
    }

    @Test
    void messageIsGoneAfterItsRetention() {
        send(orders, "a");
        stack.agenda.advance(Duration.ofDays(4).plusSeconds(1));
        assertThat(stack.queues.counts(orders.arn()).total()).isZero();
        assertThat(stack.queues.receive(orders.arn(), 10)).isEmpty();
    }

    @Test
    void messageOfMoreThanAMegabyteIsRefused() {
        send(orders, "x".repeat(1_048_576));
        assertThatThrownBy(() -> send(orders, "x".repeat(1_048_577)))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("must be shorter than 1048576 bytes");
    }

    @Test
    void messagesAndTheirReceiveCountsSurviveARestart(@TempDir Path directory) {
        try (var before = MessagingStack.in(directory, START)) {
            var queue = before.queue("kept");
            before.queues.send(Caller.unrestricted(), queue.arn(), "a", Map.of("NAME", "value"));
            before.queues.receive(queue.arn(), 1);
        }
        try (var after = MessagingStack.in(directory, START.plusSeconds(60))) {
            var queue = after.queue("kept");
            assertThat(after.queues.receive(queue.arn(), 1)).singleElement().satisfies(message -> {
                assertThat(message.receiveCount()).isEqualTo(2);
                assertThat(message.attributes()).containsEntry("NAME", "value");
                assertThat(message.sentAt()).isEqualTo(START);
            });
        }
    }

    @Test
    void sinkAnswersIdAndDigestAndAsksForPermission() {
        var sink = new MessageSink(stack.queues);
        var answer = sink.send(stack.callers.role(MessagingStack.roleArn("worker")), orders.url(), "hello");
        assertThat(answer.path("MD5OfMessageBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(answer.path("MessageId").asText()).isNotEmpty();
        stack.forbidden.add("sqs:SendMessage");
        assertThatThrownBy(() -> sink.send(stack.callers.role(MessagingStack.roleArn("worker")), orders.url(), "x"))
                .isInstanceOf(AwsServiceException.class);
    }
}
