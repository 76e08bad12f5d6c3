package com.lifeverse.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.queue.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** SQS as its own client sees it, which checks the digests of bodies and attributes by itself. */
@Tag("adapters")
class QueuesPortTest {
    private final MessagingWorld world = new MessagingWorld();
    private final SqsClient client = world.queues();
    private final Queue queue = world.stack.queue("work");

    @AfterEach
    void close() {
        world.close();
        assertThat(world.failures).isEmpty();
    }

    private List<String> received(int most) {
        return client.receiveMessage(r -> r.queueUrl(queue.url()).maxNumberOfMessages(most)).messages().stream()
                .map(message -> message.body())
                .toList();
    }

    @Test
    void messageIsSentReceivedHiddenAndDeleted() {
        var sent = client.sendMessage(s -> s.queueUrl(queue.url())
                .messageBody("grüezi")
                .messageAttributes(Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("tell")
                                .build())));
        var message = client.receiveMessage(r -> r.queueUrl(queue.url())
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .getFirst();
        assertThat(message.messageId()).isEqualTo(sent.messageId());
        assertThat(message.body()).isEqualTo("grüezi");
        assertThat(message.messageAttributes())
                .hasEntrySatisfying(
                        "kind", kind -> assertThat(kind.stringValue()).isEqualTo("tell"));
        assertThat(message.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
                .containsKey(MessageSystemAttributeName.SENT_TIMESTAMP);
        assertThat(received(10)).isEmpty();
        client.changeMessageVisibility(c ->
                c.queueUrl(queue.url()).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
        var again =
                client.receiveMessage(r -> r.queueUrl(queue.url())).messages().getFirst();
        client.deleteMessage(d -> d.queueUrl(queue.url()).receiptHandle(again.receiptHandle()));
        assertThat(world.stack.bodies(queue)).isEmpty();
    }

    @Test
    void delayedMessageComesWhenItsTimeHas() {
        client.sendMessage(s -> s.queueUrl(queue.url()).messageBody("later").delaySeconds(60));
        assertThat(received(1)).isEmpty();
        world.stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(received(1)).containsExactly("later");
    }

    @Test
    @Timeout(20)
    void receiveThatWaitsEndsWhenAMessageComes() throws InterruptedException {
        var sender = Thread.ofVirtual()
                .start(() -> world.stack.queues.send(Caller.unrestricted(), queue.arn(), "hello", Map.of()));
        var found = client.receiveMessage(r -> r.queueUrl(queue.url()).waitTimeSeconds(10));
        sender.join();
        assertThat(found.messages()).hasSize(1);
    }

    @Test
    void batchTellsOfEachEntry() {
        var answer = client.sendMessageBatch(s -> s.queueUrl(queue.url())
                .entries(entry("a", "one"), entry("b", "x".repeat(1_048_577)), entry("c", "three")));
        assertThat(answer.successful()).extracting(each -> each.id()).containsExactly("a", "c");
        assertThat(answer.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo("b");
            assertThat(failed.code()).isEqualTo("InvalidParameterValue");
            assertThat(failed.senderFault()).isTrue();
        });
        assertThat(received(10)).containsExactly("one", "three");
        assertThatThrownBy(() ->
                        client.sendMessageBatch(s -> s.queueUrl(queue.url()).entries(entry("a", "1"), entry("a", "2"))))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    @Test
    void queueIsFoundListedAndDescribed() {
        world.stack.queue("other");
        client.sendMessage(s -> s.queueUrl(queue.url()).messageBody("one"));
        assertThat(client.getQueueUrl(g -> g.queueName("work")).queueUrl()).endsWith("/work");
        assertThat(client.listQueues(l -> l.queueNamePrefix("wo")).queueUrls()).hasSize(1);
        assertThat(client.getQueueAttributes(g -> g.queueUrl(queue.url()).attributeNames(QueueAttributeName.ALL))
                        .attributes())
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1")
                .containsEntry(QueueAttributeName.QUEUE_ARN, queue.arn())
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "30");
    }

    @Test
    void purgeEmptiesAQueueOnceAMinute() {
        client.sendMessage(s -> s.queueUrl(queue.url()).messageBody("one"));
        client.purgeQueue(p -> p.queueUrl(queue.url()));
        assertThat(world.stack.bodies(queue)).isEmpty();
        assertThatThrownBy(() -> client.purgeQueue(p -> p.queueUrl(queue.url())))
                .isInstanceOf(PurgeQueueInProgressException.class)
                .hasMessageContaining("Only one PurgeQueue operation on work is allowed every 60 seconds.");
        world.stack.agenda.advance(Duration.ofMinutes(1));
        client.purgeQueue(p -> p.queueUrl(queue.url()));
    }

    @Test
    void deadLettersAreMovedBackToWhereTheyCameFrom() {
        var dead = world.stack.queue("dead");
        var fragile = queue.withRedrive(dead, 1);
        world.stack.queues.define(fragile);
        client.sendMessage(s -> s.queueUrl(queue.url()).messageBody("poison"));
        received(1);
        world.stack.agenda.advance(Duration.ofSeconds(31));
        received(1);
        assertThat(world.stack.bodies(dead)).containsExactly("poison");
        assertThat(client.listDeadLetterSourceQueues(l -> l.queueUrl(dead.url()))
                        .queueUrls())
                .containsExactly(queue.url());
        assertThat(client.receiveMessage(r -> r.queueUrl(dead.url())
                                .visibilityTimeout(0)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                        .messages()
                        .getFirst()
                        .attributes())
                .containsEntry(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, queue.arn());
        world.stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(client.startMessageMoveTask(m -> m.sourceArn(dead.arn())).taskHandle())
                .isNotEmpty();
        assertThat(received(1)).containsExactly("poison");
        assertThat(client.listMessageMoveTasks(m -> m.sourceArn(dead.arn())).results())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.status()).isEqualTo("COMPLETED");
                    assertThat(task.approximateNumberOfMessagesMoved()).isEqualTo(1);
                });
        assertThatThrownBy(() -> client.startMessageMoveTask(m -> m.sourceArn(queue.arn())))
                .hasMessageContaining("Source queue must be configured as a Dead Letter Queue.");
    }

    @Test
    void messageHasOnlyCharactersThatXmlHas() {
        assertThatThrownBy(() -> client.sendMessage(s -> s.queueUrl(queue.url()).messageBody("a\u0001")))
                .isInstanceOf(InvalidMessageContentsException.class)
                .hasMessageContaining("Invalid binary character '#x1' was found in the message body");
        client.sendMessage(s -> s.queueUrl(queue.url()).messageBody("\t\n\r \uD83D\uDE00"));
    }

    @Test
    void whatSqsRefusesIsRefusedByItsName() {
        assertThatThrownBy(() -> client.sendMessage(
                        s -> s.queueUrl(queue.url().replace("work", "none")).messageBody("x")))
                .isInstanceOfSatisfying(QueueDoesNotExistException.class, e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("The specified queue does not exist.");
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
                });
        assertThatThrownBy(
                        () -> client.deleteMessage(d -> d.queueUrl(queue.url()).receiptHandle("nonsense")))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
        assertThatThrownBy(
                        () -> client.receiveMessage(r -> r.queueUrl(queue.url()).maxNumberOfMessages(11)))
                .hasMessageContaining(
                        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.");
        assertThatThrownBy(() -> client.createQueue(c -> c.queueName("new")))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("CreateQueue is not held locally");
        assertThatThrownBy(() -> client.sendMessage(s -> s.queueUrl(queue.url())
                        .messageBody("x")
                        .messageAttributes(Map.of(
                                "n",
                                MessageAttributeValue.builder()
                                        .dataType("Number")
                                        .stringValue("1")
                                        .build()))))
                .hasMessageContaining("only String is");
    }
}
