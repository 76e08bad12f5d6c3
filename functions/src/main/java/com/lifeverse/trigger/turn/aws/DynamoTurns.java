package com.lifeverse.trigger.turn.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.turn.TurnStore;
import com.lifeverse.trigger.turn.Turns;
import com.lifeverse.trigger.turn.Turns.Holder;
import com.lifeverse.trigger.turn.Turns.Move;
import com.lifeverse.trigger.turn.Turns.Waiting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Turns in the table of triggers, an item for each key: version, turns (JSON text), ttl. A step is a read and a write. */
public final class DynamoTurns implements TurnStore {
    private static final AttributeValue SORT = AttributeValue.fromS("turns");

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoTurns(DynamoDbClient dynamoDb, String triggersTable) {
        this.dynamoDb = dynamoDb;
        this.table = triggersTable;
    }

    @Override
    public Found find(String key) {
        var item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of("playerId", AttributeValue.fromS(key), "sk", SORT))
                        .consistentRead(true))
                .item();
        return item.isEmpty()
                ? new Found(0, Turns.FREE)
                : new Found(
                        Long.parseLong(attribute(item, "version").n()),
                        read(attribute(item, "turns").s()));
    }

    @Override
    public boolean replace(String key, long version, Turns turns, Instant until) {
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            "playerId", AttributeValue.fromS(key),
                            "sk", SORT,
                            "version", number(version + 1),
                            "turns", AttributeValue.fromS(write(turns)),
                            "ttl", number(until.getEpochSecond())))
                    .conditionExpression(version == 0 ? "attribute_not_exists(playerId)" : "version = :version")
                    .expressionAttributeValues(version == 0 ? null : Map.of(":version", number(version))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static String write(Turns turns) {
        var json = Json.object();
        var holders = json.putArray("holders");
        turns.holders().forEach(each -> {
            var holder = holders.addObject()
                    .put("run", each.run())
                    .put("until", each.until().toString())
                    .put("left", each.left());
            each.move()
                    .ifPresent(move -> holder.putObject("move")
                            .put("id", move.id())
                            .put("until", move.until().toString()));
        });
        var waiting = json.putArray("waiting");
        turns.waiting()
                .forEach(each -> waiting.addObject()
                        .put("run", each.run())
                        .put("seen", each.seen().toString())
                        .put("token", each.token()));
        return json.toString();
    }

    private static Turns read(String text) {
        try {
            var json = Json.read(text);
            return new Turns(
                    json.path("holders")
                            .valueStream()
                            .map(each -> new Holder(
                                    each.path("run").asText(),
                                    time(each, "until"),
                                    each.path("left").asBoolean(),
                                    move(each.path("move"))))
                            .toList(),
                    json.path("waiting")
                            .valueStream()
                            .map(each -> new Waiting(
                                    each.path("run").asText(),
                                    time(each, "seen"),
                                    each.path("token").asText()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Turns that are kept are not JSON", e);
        }
    }

    private static Optional<Move> move(JsonNode move) {
        return move.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Move(move.path("id").asText(), time(move, "until")));
    }

    private static Instant time(JsonNode node, String name) {
        return Instant.parse(node.path(name).asText());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("Turns have no attribute " + name));
    }
}
