package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.queue.Message;
import com.lifeverse.local.queue.Queues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a function from a queue. What the function answers for is deleted; what fails stays hidden until its visibility
 * timeout has passed and comes again, until the queue itself gives it to its dead letters.
 */
final class QueueMapping {
    private final MappingSettings settings;
    private final int maximumConcurrency;
    private final Agenda agenda;
    private final Queues queues;
    private final Functions functions;
    private final Pump pump;
    private final AtomicInteger inFlight = new AtomicInteger();
    /** Until when an incomplete batch is waited for. Only the pump's step uses it. */
    private @Nullable Instant windowEnd;

    QueueMapping(MappingSettings settings, int maximumConcurrency, Agenda agenda, Queues queues, Functions functions) {
        this.settings = settings;
        this.maximumConcurrency = maximumConcurrency;
        this.agenda = agenda;
        this.queues = queues;
        this.functions = functions;
        this.pump = new Pump(agenda, "poll " + settings.sourceArn(), this::poll);
    }

    void start(Caller role) {
        for (var action : List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")) {
            role.require(action, settings.sourceArn());
        }
        queues.watch(settings.sourceArn(), pump::wake);
        pump.wake();
    }

    private Pump.Next poll() {
        if (inFlight.get() >= maximumConcurrency) {
            return new Pump.Next.Idle();
        }
        var waiting = window();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        var batch = queues.receive(settings.sourceArn(), settings.batchSize());
        if (batch.isEmpty()) {
            return nothingVisible();
        }
        inFlight.incrementAndGet();
        agenda.soon("invoke " + settings.functionArn(), () -> work(batch));
        return new Pump.Next.Again();
    }

    /** What to wait for, while a batch is incomplete and its window open. */
    private Optional<Pump.Next> window() {
        if (settings.window().isZero() || queues.holdsVisible(settings.sourceArn(), settings.batchSize())) {
            windowEnd = null;
            return Optional.empty();
        }
        if (!queues.holdsVisible(settings.sourceArn(), 1)) {
            windowEnd = null;
            return Optional.of(nothingVisible());
        }
        var now = agenda.instant();
        var end = windowEnd == null ? now.plus(settings.window()) : windowEnd;
        windowEnd = end.isAfter(now) ? end : null;
        return end.isAfter(now) ? Optional.of(new Pump.Next.At(end)) : Optional.empty();
    }

    /** The end of a batch under way wakes the pump, so that only a queue without one has to be looked at again. */
    private Pump.Next nothingVisible() {
        if (inFlight.get() > 0) {
            return new Pump.Next.Idle();
        }
        return queues.nextVisible(settings.sourceArn())
                .<Pump.Next>map(Pump.Next.At::new)
                .orElseGet(Pump.Next.Idle::new);
    }

    private void work(List<Message> batch) {
        try {
            var wanted = new ArrayList<Message>();
            var unwanted = new ArrayList<Message>();
            batch.forEach(
                    m -> (settings.filter().matches(RecordFilter.readable(record(m))) ? wanted : unwanted).add(m));
            delete(unwanted);
            if (!wanted.isEmpty()) {
                invoke(wanted);
            }
        } finally {
            inFlight.decrementAndGet();
            pump.wake();
        }
    }

    private void invoke(List<Message> batch) {
        var event = Json.object();
        var records = event.putArray("Records");
        var ids = new HashSet<String>();
        for (var message : batch) {
            records.add(record(message));
            ids.add(message.id());
        }
        var answer = functions.invoke(Caller.unrestricted(), settings.functionArn(), Json.text(event));
        switch (BatchAnswer.of(answer, settings.partialFailures(), ids)) {
            case BatchAnswer.Done() -> delete(batch);
            case BatchAnswer.Failed(var error) -> {
                // Nothing to do: the messages show themselves again.
            }
            case BatchAnswer.Partly(var failed) ->
                delete(batch.stream().filter(m -> !failed.contains(m.id())).toList());
        }
    }

    private void delete(List<Message> messages) {
        if (!messages.isEmpty()) {
            queues.delete(
                    settings.sourceArn(),
                    messages.stream().map(Message::receiptHandle).toList());
        }
    }

    private ObjectNode record(Message message) {
        var record = Json.object()
                .put("messageId", message.id())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body());
        var attributes = record.putObject("attributes")
                .put("ApproximateReceiveCount", String.valueOf(message.receiveCount()))
                .put("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()))
                .put("SenderId", message.sender());
        message.firstReceivedAt()
                .ifPresent(first ->
                        attributes.put("ApproximateFirstReceiveTimestamp", String.valueOf(first.toEpochMilli())));
        var named = record.putObject("messageAttributes");
        message.attributes().forEach((name, value) -> {
            var attribute = named.putObject(name).put("stringValue", value);
            attribute.putArray("stringListValues");
            attribute.putArray("binaryListValues");
            attribute.put("dataType", "String");
        });
        return record.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", settings.sourceArn())
                .put("awsRegion", Cloud.REGION);
    }
}
