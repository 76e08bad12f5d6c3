package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.letter.Corrections;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.letter.DeadLetter.Line;
import com.lifeverse.trigger.letter.DeadLetter.Origin;
import com.lifeverse.trigger.letter.DeadLetter.Status;
import com.lifeverse.trigger.letter.DeadLetters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Dead letters in the table of triggers, under one key: they are few, and when they are many, the queue that they come from waits.
 * Step Functions takes inputs of 256 KB, an item has 400 KB. A step is a read and a write.
 */
public final class DynamoDeadLetters implements DeadLetters {
    private static final AttributeValue PARTITION = AttributeValue.fromS("dead-letters");
    private static final String PREFIX = "letter#";
    private static final String BEHIND_ALL = "letter~";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDeadLetters(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void keep(DeadLetter letter) {
        put(letter, "attribute_not_exists(playerId)", Map.of());
    }

    @Override
    public boolean replace(DeadLetter next) {
        return put(
                next, "version = :before", Map.of(":before", AttributeValue.fromN(Long.toString(next.version() - 1))));
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        var item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of("playerId", PARTITION, "sk", AttributeValue.fromS(PREFIX + id)))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public List<DeadLetter> page(Optional<String> behind, int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("playerId = :partition AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":partition", PARTITION,
                                ":from", AttributeValue.fromS(PREFIX),
                                ":to",
                                        AttributeValue.fromS(
                                                behind.map(id -> PREFIX + id).orElse(BEHIND_ALL))))
                        .scanIndexForward(false)
                        .limit(most + 1))
                .items()
                .stream()
                .map(DynamoDeadLetters::read)
                .filter(letter -> behind.stream().noneMatch(letter.id()::equals))
                .limit(most)
                .toList();
    }

    private boolean put(DeadLetter letter, String condition, Map<String, AttributeValue> values) {
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(item(letter))
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> item(DeadLetter letter) {
        var item = new HashMap<String, AttributeValue>();
        item.put("playerId", PARTITION);
        item.put("sk", AttributeValue.fromS(PREFIX + letter.id()));
        item.put("version", AttributeValue.fromN(Long.toString(letter.version())));
        item.put("status", AttributeValue.fromS(letter.status().name().toLowerCase(Locale.ROOT)));
        item.put("workflow", AttributeValue.fromS(letter.origin().workflow()));
        item.put("execution", AttributeValue.fromS(letter.origin().execution()));
        item.put("error", AttributeValue.fromS(letter.origin().error()));
        item.put("cause", AttributeValue.fromS(letter.origin().cause()));
        item.put("input", AttributeValue.fromS(letter.input()));
        item.put("edits", AttributeValue.fromN(Integer.toString(letter.edits())));
        item.put("at", AttributeValue.fromS(letter.at().toString()));
        item.put("log", AttributeValue.fromS(log(letter.log())));
        item.put("corrections", AttributeValue.fromS(CorrectionText.write(letter.corrections())));
        item.put(
                "ttl",
                AttributeValue.fromN(
                        Long.toString(letter.at().plus(DeadLetter.KEPT).getEpochSecond())));
        return item;
    }

    private static DeadLetter read(Map<String, AttributeValue> item) {
        var id = text(item, "sk").substring(PREFIX.length());
        return new DeadLetter(
                id,
                number(item, "version"),
                Status.valueOf(text(item, "status").toUpperCase(Locale.ROOT)),
                new Origin(text(item, "workflow"), text(item, "execution"), text(item, "error"), text(item, "cause")),
                text(item, "input"),
                (int) number(item, "edits"),
                Instant.parse(text(item, "at")),
                lines(text(item, "log")),
                Optional.ofNullable(item.get("corrections"))
                        .map(text -> CorrectionText.read(text.s()))
                        .orElse(Corrections.NONE));
    }

    private static String log(List<Line> lines) {
        var list = Json.mapper().createArrayNode();
        lines.forEach(line -> list.addObject()
                .put("at", line.at().toString())
                .put("by", line.by())
                .put("what", line.what())
                .put("note", line.note()));
        return list.toString();
    }

    private static List<Line> lines(String text) {
        try {
            var lines = new ArrayList<Line>();
            Json.read(text)
                    .forEach(line -> lines.add(new Line(
                            Instant.parse(line.path("at").asText()),
                            line.path("by").asText(),
                            line.path("what").asText(),
                            line.path("note").asText())));
            return lines;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The log of a dead letter cannot be read", e);
        }
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(attribute(item, name).n());
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("A dead letter has no attribute " + name));
    }
}
