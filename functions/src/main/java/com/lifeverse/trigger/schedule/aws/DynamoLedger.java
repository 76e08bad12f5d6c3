package com.lifeverse.trigger.schedule.aws;

import com.lifeverse.trigger.schedule.Decision;
import com.lifeverse.trigger.schedule.Entry;
import com.lifeverse.trigger.schedule.Ledger;
import com.lifeverse.trigger.schedule.Run;
import com.lifeverse.trigger.schedule.ScheduleState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * States and ledger in the table of triggers: an item for each schedule, all under one key, and one for each run, under the
 * schedule's. Looking at all states costs a read unit for each 4 KB of them; a decision is one transaction.
 */
public final class DynamoLedger implements Ledger {
    private static final AttributeValue STATES = AttributeValue.fromS("schedules");
    private static final String VERSION = "version";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final InstantSource clock;
    private final Duration keeps;

    /**
     * Speaks to a table.
     *
     * @param keeps how long lines are kept
     */
    public DynamoLedger(DynamoDbClient dynamoDb, String table, InstantSource clock, Duration keeps) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
        this.keeps = keeps;
    }

    @Override
    public List<ScheduleState> states() {
        return pages(QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("playerId = :states")
                        .expressionAttributeValues(Map.of(":states", STATES)))
                .stream()
                .map(DynamoLedger::state)
                .toList();
    }

    @Override
    public Optional<ScheduleState> state(String schedule) {
        return item(stateKey(schedule)).map(DynamoLedger::state);
    }

    @Override
    public Set<Instant> taken(String schedule, List<Instant> times) {
        var taken = new HashSet<Instant>();
        for (var time : times) {
            item(Map.of("playerId", LineItem.partition(schedule), "sk", LineItem.sort(time)))
                    .filter(item -> LineItem.outcome(item).takesPlace())
                    .ifPresent(_ -> taken.add(time));
        }
        return Set.copyOf(taken);
    }

    @Override
    public boolean write(Decision decision) {
        var before = decision.before();
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item(decision.after().written()))
                        .conditionExpression(before.version() == 0 ? "attribute_not_exists(sk)" : "#version = :version")
                        .expressionAttributeNames(before.version() == 0 ? null : Map.of("#version", VERSION))
                        .expressionAttributeValues(
                                before.version() == 0 ? null : Map.of(":version", number(before.version()))))
                .build());
        for (var entry : decision.entries()) {
            writes.add(put(LineItem.write(before.schedule(), entry, clock.instant(), keeps)));
            if (entry.run().kind() == Run.Kind.NOW) {
                writes.add(put(request(before.schedule(), entry)));
            }
        }
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Page runs(String schedule, int most, String cursor) {
        var query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("playerId = :schedule AND begins_with(sk, :runs)")
                .expressionAttributeValues(
                        Map.of(":schedule", LineItem.partition(schedule), ":runs", AttributeValue.fromS(LineItem.RUNS)))
                .scanIndexForward(false)
                .limit(most);
        if (!cursor.isEmpty()) {
            query.exclusiveStartKey(
                    Map.of("playerId", LineItem.partition(schedule), "sk", AttributeValue.fromS(cursor)));
        }
        var answer = dynamoDb.query(query.build());
        var next = answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty()
                ? LineItem.text(answer.lastEvaluatedKey(), "sk")
                : "";
        return new Page(answer.items().stream().map(LineItem::read).toList(), next);
    }

    @Override
    public Optional<Entry> asked(String schedule, String runId) {
        return item(LineItem.requestKey(schedule, runId))
                .flatMap(request -> item(Map.of(
                        "playerId",
                        LineItem.partition(schedule),
                        "sk",
                        AttributeValue.fromS(LineItem.text(request, "line")))))
                .map(LineItem::read);
    }

    private Map<String, AttributeValue> request(String schedule, Entry entry) {
        var item = new HashMap<>(LineItem.requestKey(schedule, entry.run().id()));
        item.put(
                "line",
                Optional.ofNullable(LineItem.key(schedule, entry.run()).get("sk"))
                        .orElseThrow());
        item.put("ttl", number(clock.instant().plus(keeps).getEpochSecond()));
        return item;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private List<Map<String, AttributeValue>> pages(QueryRequest.Builder query) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        while (true) {
            var answer = dynamoDb.query(query.build());
            items.addAll(answer.items());
            if (!answer.hasLastEvaluatedKey() || answer.lastEvaluatedKey().isEmpty()) {
                return items;
            }
            query.exclusiveStartKey(answer.lastEvaluatedKey());
        }
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        var item = dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private static Map<String, AttributeValue> stateKey(String schedule) {
        return Map.of("playerId", STATES, "sk", AttributeValue.fromS(schedule));
    }

    private static Map<String, AttributeValue> item(ScheduleState state) {
        var item = new HashMap<>(stateKey(state.schedule()));
        item.put(VERSION, number(state.version()));
        item.put("state", AttributeValue.fromS(StateText.write(state)));
        return item;
    }

    private static ScheduleState state(Map<String, AttributeValue> item) {
        var version =
                Optional.ofNullable(item.get(VERSION)).map(AttributeValue::n).orElseThrow();
        return StateText.read(LineItem.text(item, "sk"), Long.parseLong(version), LineItem.text(item, "state"));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
