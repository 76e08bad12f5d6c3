package com.lifeverse.liveops.flip.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.flip.Flip;
import com.lifeverse.liveops.flip.FlipLedger;
import com.lifeverse.liveops.flip.FlipLine;
import com.lifeverse.liveops.flip.FlipState;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The ledger beside the definitions, in the table keyed by {@code pk} and {@code sk}:
 *
 * <pre>
 * flips     ID                      revision, until (epoch milliseconds), version; out
 * event#ID  flip#OCCURRENCE#N#PHASE revision, at, dueAt, actualAt (epoch milliseconds); never changed
 * </pre>
 *
 * <p>A flip costs four write units, two for each KB; a look at all events one read unit for each 4 KB of states.
 */
public final class DynamoFlipLedger implements FlipLedger {
    private static final String STATES = "flips";
    private static final String PREFIX = "flip#";
    private static final String BEHIND_ALL = "flip~";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoFlipLedger(DynamoDbClient dynamoDb, String liveEventsTable) {
        this.dynamoDb = dynamoDb;
        this.table = liveEventsTable;
    }

    @Override
    public List<FlipState> states() {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(STATES))))
                .items()
                .stream()
                .map(DynamoFlipLedger::state)
                .toList();
    }

    @Override
    public Set<String> told(String event, LocalDateTime from) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("event#" + event),
                                ":from", AttributeValue.fromS(PREFIX + from),
                                ":to", AttributeValue.fromS(BEHIND_ALL))))
                .items()
                .stream()
                .map(item -> new Attributes(item).text("sk").substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<FlipLine> latest(String event, int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :flip)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("event#" + event), ":flip", AttributeValue.fromS(PREFIX)))
                        .scanIndexForward(false)
                        .limit(most))
                .items()
                .stream()
                .map(DynamoFlipLedger::line)
                .toList();
    }

    @Override
    public boolean write(FlipState after, List<FlipLine> lines, List<Envelope> news) {
        var parts = new ArrayList<TransactWriteItem>();
        parts.add(put(item(after, news), after.version() - 1));
        for (var line : lines) {
            parts.add(TransactWriteItem.builder()
                    .put(put -> put.tableName(table)
                            .item(item(after.event(), line))
                            .conditionExpression("attribute_not_exists(pk)"))
                    .build());
        }
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(parts));
            return true;
        } catch (TransactionCanceledException cancelled) {
            boolean overtaken = cancelled.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code())
                            || "TransactionConflict".equals(reason.code()));
            if (overtaken) {
                return false;
            }
            throw cancelled;
        }
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, long before) {
        var put = Put.builder().tableName(table).item(item);
        if (before == 0) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("version = :before").expressionAttributeValues(Map.of(":before", number(before)));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static Map<String, AttributeValue> item(FlipState state, List<Envelope> news) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS(STATES));
        item.put("sk", AttributeValue.fromS(state.event()));
        item.put("revision", number(state.revision()));
        item.put("until", number(state.until().toEpochMilli()));
        item.put("version", number(state.version()));
        if (!news.isEmpty()) {
            item.put(Outbox.ATTRIBUTE, Outbox.telling(news));
        }
        return item;
    }

    private static Map<String, AttributeValue> item(String event, FlipLine line) {
        return Map.of(
                "pk", AttributeValue.fromS("event#" + event),
                "sk", AttributeValue.fromS(PREFIX + line.flip().key()),
                "revision", number(line.revision()),
                "at", number(line.flip().at().toEpochMilli()),
                "dueAt", number(line.dueAt().toEpochMilli()),
                "actualAt", number(line.actualAt().toEpochMilli()));
    }

    private static FlipState state(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new FlipState(
                item.text("sk"),
                item.count("revision"),
                Instant.ofEpochMilli(item.number("until")),
                item.number("version"));
    }

    private static FlipLine line(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var key = item.text("sk").substring(PREFIX.length());
        var flip = new Flip(
                LocalDateTime.parse(key.substring(0, key.indexOf('#'))),
                Phase.valueOf(key.substring(key.lastIndexOf('#') + 1)),
                Instant.ofEpochMilli(item.number("at")));
        return new FlipLine(
                flip,
                item.count("revision"),
                Instant.ofEpochMilli(item.number("dueAt")),
                Instant.ofEpochMilli(item.number("actualAt")));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
