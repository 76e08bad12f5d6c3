package com.lifeverse.trigger.schedule.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.schedule.Entry;
import com.lifeverse.trigger.schedule.Outcome;
import com.lifeverse.trigger.schedule.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A line of the ledger as an item; lines of a schedule are in the order of their times. */
final class LineItem {
    static final String RUNS = "run#";
    private static final String REQUESTS = "request#";

    private LineItem() {}

    static AttributeValue partition(String schedule) {
        return AttributeValue.fromS("schedule#" + schedule);
    }

    /** A time has one run, whoever wants it; what somebody wants besides has the place of its own id. */
    static AttributeValue sort(Instant intended) {
        return AttributeValue.fromS(RUNS + intended);
    }

    static Map<String, AttributeValue> key(String schedule, Run run) {
        var sort = sort(run.intendedAt());
        return Map.of(
                "playerId",
                partition(schedule),
                "sk",
                run.kind() == Run.Kind.NOW ? AttributeValue.fromS(sort.s() + "#" + run.id()) : sort);
    }

    static Map<String, AttributeValue> requestKey(String schedule, String runId) {
        return Map.of("playerId", partition(schedule), "sk", AttributeValue.fromS(REQUESTS + runId));
    }

    static Map<String, AttributeValue> write(String schedule, Entry entry, Instant now, Duration keeps) {
        var item = new HashMap<>(key(schedule, entry.run()));
        item.put("run", AttributeValue.fromS(StateText.run(entry.run()).toString()));
        item.put("outcome", AttributeValue.fromS(entry.outcome().name()));
        entry.actualAt().ifPresent(at -> item.put("actualAt", AttributeValue.fromS(at.toString())));
        entry.endedAt().ifPresent(at -> item.put("endedAt", AttributeValue.fromS(at.toString())));
        item.put("execution", AttributeValue.fromS(entry.execution()));
        item.put("detail", AttributeValue.fromS(entry.detail()));
        item.put("ttl", AttributeValue.fromN(Long.toString(now.plus(keeps).getEpochSecond())));
        if (!entry.tells().isEmpty()) {
            item.put(Outbox.ATTRIBUTE, Outbox.telling(entry.tells()));
        }
        return item;
    }

    /** What was told with the line is not read again. */
    static Entry read(Map<String, AttributeValue> item) {
        try {
            return new Entry(
                    StateText.run(Json.read(text(item, "run"))),
                    outcome(item),
                    instant(item, "actualAt"),
                    instant(item, "endedAt"),
                    text(item, "execution"),
                    text(item, "detail"),
                    List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the ledger of schedules cannot be read", e);
        }
    }

    static Outcome outcome(Map<String, AttributeValue> item) {
        return Outcome.valueOf(text(item, "outcome"));
    }

    private static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).map(Instant::parse);
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::s)
                .orElseThrow(() -> new IllegalStateException("A line has no attribute " + name));
    }
}
