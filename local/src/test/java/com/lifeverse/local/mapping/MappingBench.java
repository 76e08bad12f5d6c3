package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A messaging stack with a stream and a function that tests script. */
final class MappingBench implements Streams, Functions {
    static final String STREAM = "arn:aws:dynamodb:us-east-1:111111111111:table/live/stream/2027";
    static final String FUNCTION = "arn:aws:lambda:us-east-1:111111111111:function:outbox:live";

    final MessagingStack stack;
    /** Each event that the function got, as the list of its records' ids: sequence numbers or bodies. */
    final List<List<String>> invocations = new ArrayList<>();

    final List<JsonNode> events = new ArrayList<>();
    final Map<String, String> parked = new HashMap<>();
    final List<String> discarded = new ArrayList<>();
    final Mappings mappings;
    private final List<Change> changes = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private Function<List<String>, Answer> function = ids -> answer("");

    MappingBench(MessagingStack stack) {
        this.stack = stack;
        var around = new Mappings.Surroundings(
                stack.store, stack.agenda, stack.ids, stack.queues, this, this, stack.callers);
        this.mappings = new Mappings(
                around,
                arn -> MessagingStack.roleArn("outbox"),
                (caller, bucket, key, content) -> parked.put(bucket + "/" + key, content),
                discarded::add);
    }

    static Answer answer(String payload) {
        return new Answer(payload, Optional.empty());
    }

    static Answer error() {
        return new Answer("{\"errorMessage\":\"no\"}", Optional.of("Unhandled"));
    }

    /** An answer that reports those records, by sequence number or message id. */
    static Answer failing(String... ids) {
        var node = Json.object();
        var list = node.putArray("batchItemFailures");
        for (var id : ids) {
            list.addObject().put("itemIdentifier", id);
        }
        return answer(Json.text(node));
    }

    void answers(Function<List<String>, Answer> scripted) {
        function = scripted;
    }

    void map(String properties) {
        new EventSourceMappingType(mappings)
                .provision(MessagingStack.declaration("AWS::Lambda::EventSourceMapping", "M", properties));
        mappings.start();
    }

    /** Appends records 1, 2, 3, … each with a new image of its kind. */
    void append(String... kinds) {
        for (var kind : kinds) {
            long sequence = changes.size() + 1L;
            var event = Json.object().put("eventName", "INSERT");
            var change = event.putObject("dynamodb").put("SequenceNumber", String.valueOf(sequence));
            change.putObject("Keys").putObject("kind").put("S", kind);
            change.putObject("NewImage").putObject("kind").put("S", kind);
            changes.add(new Change(sequence, stack.agenda.instant(), event));
        }
        watchers.forEach(Runnable::run);
    }

    @Override
    public List<Change> after(String streamArn, long sequence, int limit) {
        return changes.stream()
                .filter(c -> c.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public long newest(String streamArn) {
        return changes.size();
    }

    @Override
    public void watch(String streamArn, Runnable wake) {
        watchers.add(wake);
    }

    @Override
    public Answer invoke(Caller caller, String functionArn, String payload) {
        var event = Json.read(payload);
        var ids = new ArrayList<String>();
        for (var record : event.path("Records")) {
            ids.add(record.path("dynamodb")
                    .path("SequenceNumber")
                    .asText(record.path("body").asText()));
        }
        events.add(event);
        invocations.add(List.copyOf(ids));
        return function.apply(ids);
    }
}
