package com.lifeverse.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.queue.Message;
import com.lifeverse.local.queue.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
class QueueMappingTest {
    private final MappingBench bench = new MappingBench(MessagingStack.inMemory());
    private final MessagingStack stack = bench.stack;
    private final Queue queue = stack.queue("events");

    private void map(String more) {
        bench.map("{\"FunctionName\": \"outbox:live\", \"EventSourceArn\": \"%s\" %s}".formatted(queue.arn(), more));
    }

    private void send(String... bodies) {
        for (var body : bodies) {
            stack.queues.send(Caller.unrestricted(), queue.arn(), body, Map.of());
        }
    }

    private String idOf(String body) {
        return stack.queues.look(queue.arn(), 100).stream()
                .filter(m -> m.body().equals(body))
                .map(Message::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void messagesGoToTheFunctionInBatchesAndAreDeleted() {
        map(", \"BatchSize\": 2");
        send("a", "b", "c");
        stack.agenda.settle();
        assertThat(bench.invocations).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(stack.queues.counts(queue.arn()).total()).isZero();
        var record = bench.events.getFirst().path("Records").path(0);
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(queue.arn());
        assertThat(record.path("attributes").path("ApproximateReceiveCount").asText())
                .isEqualTo("1");
    }

    @Test
    void failedBatchComesAgainAfterTheVisibilityTimeoutAndThenGoesToTheDeadLetters() {
        var dead = stack.queue("dead");
        stack.queues.define(queue.withRedrive(dead, 3));
        map("");
        bench.answers(ids -> MappingBench.error());
        send("poison");
        stack.agenda.settle();
        assertThat(bench.invocations).hasSize(1);
        stack.agenda.advance(Duration.ofSeconds(29));
        assertThat(bench.invocations).hasSize(1);
        stack.agenda.advance(Duration.ofMinutes(5));
        assertThat(bench.invocations).hasSize(3);
        assertThat(stack.bodies(dead)).containsExactly("poison");
    }

    @Test
    void onlyReportedMessagesComeAgain() {
        map(", \"FunctionResponseTypes\": [\"ReportBatchItemFailures\"]");
        bench.answers(ids -> ids.contains("a") ? MappingBench.failing(idOf("b")) : MappingBench.answer("{}"));
        send("a", "b", "c");
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).containsExactly("b");
        stack.agenda.advance(Duration.ofSeconds(30));
        assertThat(bench.invocations).containsExactly(List.of("a", "b", "c"), List.of("b"));
        assertThat(stack.bodies(queue)).isEmpty();
    }

    @Test
    void unknownIdentifierBringsTheWholeBatchBack() {
        map(", \"FunctionResponseTypes\": [\"ReportBatchItemFailures\"]");
        bench.answers(ids -> MappingBench.failing("unknown"));
        send("a", "b");
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).containsExactly("a", "b");
    }

    @Test
    void incompleteBatchWaitsForItsWindowAndACompleteOneDoesNot() {
        map(", \"BatchSize\": 3, \"MaximumBatchingWindowInSeconds\": 20");
        send("a");
        stack.agenda.advance(Duration.ofSeconds(10));
        assertThat(bench.invocations).isEmpty();
        send("b", "c");
        stack.agenda.settle();
        assertThat(bench.invocations).containsExactly(List.of("a", "b", "c"));
        send("d");
        stack.agenda.advance(Duration.ofSeconds(20));
        assertThat(bench.invocations).last().isEqualTo(List.of("d"));
    }

    @Test
    void messageThatNoFilterWantsIsDeleted() {
        map(", \"FilterCriteria\": {\"Filters\": [{\"Pattern\": \"{\\\"body\\\":{\\\"kind\\\":[\\\"win\\\"]}}\"}]}");
        send("{\"kind\": \"win\"}", "{\"kind\": \"loss\"}", "plain text");
        stack.agenda.settle();
        assertThat(bench.invocations).containsExactly(List.of("{\"kind\": \"win\"}"));
        assertThat(stack.bodies(queue)).isEmpty();
    }

    @Test
    void manyMessagesAreWorkedOffToTheLast() {
        map("");
        send(IntStream.range(0, 200).mapToObj(i -> "m" + i).toArray(String[]::new));
        stack.agenda.settle();
        assertThat(bench.invocations.stream().mapToInt(List::size).sum()).isEqualTo(200);
        assertThat(stack.queues.counts(queue.arn()).total()).isZero();
    }

    @Test
    void faultOfTheInvocationIsToldAndTheBatchComesAgain() {
        map("");
        bench.answers(ids -> {
            if (bench.invocations.size() == 1) {
                throw new IllegalStateException("no such function");
            }
            return MappingBench.answer("null");
        });
        send("a");
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(stack.failures).hasSize(1);
        assertThat(bench.invocations).hasSize(2);
        assertThat(stack.bodies(queue)).isEmpty();
    }

    @Test
    void functionWhoseRoleMayNotReceiveGetsNoMapping() {
        stack.forbidden.add("sqs:ReceiveMessage");
        assertThatThrownBy(() -> map(""))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("sqs:ReceiveMessage");
    }

    @Test
    void batchOfMoreThanTenNeedsAWindow() {
        assertThatThrownBy(() -> map(", \"BatchSize\": 11")).hasMessageContaining("Maximum batch window in seconds");
    }
}
