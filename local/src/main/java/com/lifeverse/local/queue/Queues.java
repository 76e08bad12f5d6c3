package com.lifeverse.local.queue;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Endpoint;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * All queues of the stack. Standard queues: at least once, order as far as it goes. Whatever is answered is durable: a
 * message sent is there after a crash, one deleted is not. Nothing here waits; who wants to know of messages
 * {@link #watch watches} and asks {@link #nextVisible} for those that are hidden.
 */
public final class Queues {
    private final Store store;
    private final InstantSource clock;
    private final IdSource ids;
    private final Endpoints endpoints;
    private final Map<String, QueueLine> lines = new ConcurrentHashMap<>();
    private final Map<String, List<Runnable>> watchers = new ConcurrentHashMap<>();

    public Queues(Store store, InstantSource clock, IdSource ids, Endpoints endpoints) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.endpoints = endpoints;
    }

    /** Makes the queue, or gives one that is there its new settings. It can be delivered to from then on. */
    public void define(Queue queue) {
        lines.compute(queue.arn(), (arn, known) -> {
            if (known == null) {
                var messages = store.map("queue/" + queue.name(), LongDataType.INSTANCE, StringDataType.INSTANCE);
                return new QueueLine(queue, messages);
            }
            known.redefine(queue);
            return known;
        });
        endpoints.register(queue.arn(), new Taking(queue.arn()));
    }

    private final class Taking implements Endpoint {
        private final String arn;

        Taking(String arn) {
            this.arn = arn;
        }

        @Override
        public void accept(Caller caller, String payload) {
            accept(caller, payload, Map.of());
        }

        @Override
        public void accept(Caller caller, String payload, Map<String, String> attributes) {
            send(caller, arn, payload, attributes);
        }
    }

    /** True if there is a queue of that ARN. */
    public boolean holds(String arn) {
        return lines.containsKey(arn);
    }

    /**
     * Sends one message. Its attributes are all of type String.
     *
     * @throws AwsServiceException AccessDenied, MissingParameter, InvalidParameterValue or NonExistentQueue, as SQS has them
     */
    public Message send(Caller caller, String arn, String body, Map<String, String> attributes) {
        return send(caller, arn, body, attributes, Optional.empty());
    }

    /** As above, but not to be received before {@code delay} is over, instead of the queue's own. */
    public Message send(
            Caller caller, String arn, String body, Map<String, String> attributes, Optional<Duration> delay) {
        caller.require("sqs:SendMessage", arn);
        var line = line(arn);
        MessageSize.require(line.queue(), body, attributes);
        var now = clock.instant();
        var message = new Message(
                0,
                ids.next().toString(),
                body,
                attributes,
                caller.name(),
                now,
                now.plus(delay.orElse(line.queue().delay())),
                0,
                Optional.empty(),
                Optional.empty());
        var placed = store.write(() -> line.add(message));
        wake(arn);
        return placed;
    }

    /** Receives with the queue's own visibility timeout. */
    public List<Message> receive(String arn, int limit) {
        return receive(arn, limit, line(arn).queue().visibilityTimeout());
    }

    /** Receives up to {@code limit} messages, hidden from others for {@code hidden}. Moves dead letters on the way. */
    public List<Message> receive(String arn, int limit, Duration hidden) {
        var line = line(arn);
        var deadLetterArn = line.queue().redrive().map(Queue.Redrive::deadLetterArn);
        var deadLetters = deadLetterArn.map(this::line);
        var now = clock.instant();
        var taken = store.write(() -> {
            var result = line.take(now, limit, hidden);
            deadLetters.ifPresent(dead -> result.dead().forEach(message -> dead.add(message.asDeadLetter(now, arn))));
            return result;
        });
        if (!taken.dead().isEmpty()) {
            deadLetterArn.ifPresent(this::wake);
        }
        return taken.messages();
    }

    /** Deletes what those receipts stand for; one that has been overtaken by a later receive does nothing. */
    public void delete(String arn, List<String> receiptHandles) {
        var line = line(arn);
        store.write(() -> receiptHandles.forEach(line::delete));
    }

    /** Forgets all messages of a queue. */
    public void purge(String arn) {
        var line = line(arn);
        store.write(line::purge);
    }

    /**
     * Moves what can be received of a queue of dead letters: to {@code to}, or each to where it came from. What came from
     * nowhere stays.
     *
     * @return how many there were, and how many of them were moved
     */
    public Moved move(String arn, Optional<String> to) {
        var line = line(arn);
        var now = clock.instant();
        var reached = new HashSet<String>();
        var moved = store.write(() -> {
            var letters = line.drain(now);
            int count = 0;
            for (var letter : letters) {
                var target = to.or(letter::deadLetterSource).filter(lines::containsKey);
                if (target.isPresent()) {
                    line(target.get()).add(letter.anew(ids.next().toString(), now));
                    reached.add(target.get());
                    count++;
                } else {
                    line.add(letter);
                }
            }
            return new Moved(letters.size(), count);
        });
        reached.forEach(this::wake);
        return moved;
    }

    /** What came of moving dead letters. */
    public record Moved(int found, int moved) {}

    /** The queue of that ARN, if there is one. */
    public Optional<Queue> find(String arn) {
        return Optional.ofNullable(lines.get(arn)).map(QueueLine::queue);
    }

    /** Hides a received message for {@code hidden} from now on; zero makes it visible at once. */
    public void changeVisibility(String arn, String receiptHandle, Duration hidden) {
        var line = line(arn);
        boolean changed =
                store.write(() -> line.hide(receiptHandle, clock.instant().plus(hidden)));
        if (!changed) {
            throw refusal("ReceiptHandleIsInvalid", "The input receipt handle is not that of a message in flight.");
        }
        wake(arn);
    }

    /**
     * Gives back what receivers of an earlier run held. They ended with that run, as AWS's own would not have: so the message
     * is not hidden any longer, and the receive does not count, or being killed often would make dead letters. Called
     * once, after all queues are made.
     */
    public void resume() {
        for (var line : lines.entrySet()) {
            store.write(() -> line.getValue().giveBack(clock.instant()));
            wake(line.getKey());
        }
    }

    public Queue.Counts counts(String arn) {
        return line(arn).counts(clock.instant());
    }

    /** The oldest messages of a queue, for operators: nothing is received by looking. */
    public List<Message> look(String arn, int limit) {
        return line(arn).look(limit);
    }

    /** The queues there are, by name. */
    public List<Queue> all() {
        return lines.values().stream()
                .map(QueueLine::queue)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    /** True if at least {@code wanted} messages can be received now. */
    public boolean holdsVisible(String arn, int wanted) {
        return line(arn).holdsVisible(clock.instant(), wanted);
    }

    /** When the next message can be received; in the past if one can be now; empty if the queue is empty. */
    public Optional<Instant> nextVisible(String arn) {
        return line(arn).nextVisible();
    }

    /** Calls {@code wake} after a message was sent to the queue or its visibility was changed. */
    public void watch(String arn, Runnable wake) {
        watchers.computeIfAbsent(arn, a -> new CopyOnWriteArrayList<>()).add(wake);
    }

    /** Ends what {@link #watch} began. */
    public void unwatch(String arn, Runnable wake) {
        watchers.getOrDefault(arn, List.of()).remove(wake);
    }

    private void wake(String arn) {
        new ArrayList<>(watchers.getOrDefault(arn, List.of())).forEach(Runnable::run);
    }

    private QueueLine line(String arn) {
        var line = lines.get(arn);
        if (line == null) {
            throw refusal("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist: " + arn);
        }
        return line;
    }

    static AwsServiceException refusal(String code, String message) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Sqs")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
