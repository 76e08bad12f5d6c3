package com.lifeverse.liveops.experiment.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.experiment.Exposure;
import com.lifeverse.liveops.experiment.Exposures;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Exposures in the table of experiments:
 *
 * <pre>
 * pk                            sk
 * PLAYERID                      EVENT/EXPERIMENT   group, split, at (epoch milliseconds), out
 * count#EVENT/EXPERIMENT#SPLIT  GROUP#N            players; N of 16, so that no item is written by all
 * </pre>
 */
public final class DynamoExposures implements Exposures {
    private static final int SHARDS = 16;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoExposures(DynamoDbClient dynamoDb, String experimentsTable) {
        this.dynamoDb = dynamoDb;
        this.table = experimentsTable;
    }

    @Override
    public Optional<Exposure> find(String playerId, String event, String experiment) {
        var answer = dynamoDb.getItem(request -> request.tableName(table)
                .key(key(playerId, event + "/" + experiment))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(exposure(playerId, event, experiment, answer.item())) : Optional.empty();
    }

    @Override
    public boolean note(Exposure next, Optional<Exposure> known, Envelope news) {
        var item = new HashMap<>(key(next.playerId(), next.event() + "/" + next.experiment()));
        item.put("group", AttributeValue.fromS(next.group()));
        item.put("split", AttributeValue.fromS(next.split()));
        item.put("at", number(next.at().toEpochMilli()));
        item.put(Outbox.ATTRIBUTE, Outbox.telling(List.of(news)));
        var put = Put.builder().tableName(table).item(item);
        known.ifPresentOrElse(
                before -> put.conditionExpression("#group = :before")
                        .expressionAttributeNames(Map.of("#group", "group"))
                        .expressionAttributeValues(Map.of(":before", AttributeValue.fromS(before.group()))),
                () -> put.conditionExpression("attribute_not_exists(pk)"));
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(
                    TransactWriteItem.builder().put(put.build()).build(), counted(next)));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (overtaken(cancelled)) {
                return false;
            }
            throw cancelled;
        }
    }

    @Override
    public Map<String, Long> counts(String event, String experiment, String split) {
        var counts = new TreeMap<String, Long>();
        dynamoDb.queryPaginator(request -> request.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS(counter(event, experiment, split)))))
                .items()
                .forEach(item -> {
                    var values = new Attributes(item);
                    var sort = values.text("sk");
                    counts.merge(sort.substring(0, sort.indexOf('#')), values.number("players"), Long::sum);
                });
        return counts;
    }

    private TransactWriteItem counted(Exposure next) {
        int shard = Math.floorMod(next.playerId().hashCode(), SHARDS);
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key(
                                counter(next.event(), next.experiment(), next.split()),
                                "%s#%02d".formatted(next.group(), shard)))
                        .updateExpression("ADD players :one")
                        .expressionAttributeValues(Map.of(":one", number(1))))
                .build();
    }

    /** Two players on one counter are no more than a reason to look again. */
    private static boolean overtaken(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .anyMatch(reason ->
                        "ConditionalCheckFailed".equals(reason.code()) || "TransactionConflict".equals(reason.code()));
    }

    private static Exposure exposure(
            String playerId, String event, String experiment, Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new Exposure(
                event,
                experiment,
                playerId,
                item.text("group"),
                item.text("split"),
                Instant.ofEpochMilli(item.number("at")));
    }

    private static String counter(String event, String experiment, String split) {
        return "count#" + event + "/" + experiment + "#" + split;
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
