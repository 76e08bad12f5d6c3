package com.lifeverse.liveops.settlement.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.settlement.Progress;
import com.lifeverse.liveops.settlement.Settlement;
import com.lifeverse.liveops.settlement.Settlements;
import com.lifeverse.liveops.settlement.Tally;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The ledger in the table keyed by {@code pk} and {@code sk}; nothing in it is about a player:
 *
 * <pre>
 * event#EVENT      OCCURRENCE#ID  by, revision, begunAt, rounds, players, entitled, claimed, owedPlayers, closedAt; out
 * settlement#ID    ROUND#FILE     players, begunAt, doneAt; goes by itself after 30 days
 * </pre>
 */
public final class DynamoSettlements implements Settlements {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String KEY = "pk = :pk";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoSettlements(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void open(Settlement settlement) {
        var item = new HashMap<>(key(settlement.event(), settlement.occurrence(), settlement.id()));
        item.put("by", text(settlement.by()));
        item.put("revision", number(settlement.revision()));
        item.put("begunAt", number(settlement.begunAt().toEpochMilli()));
        item.put("rounds", AttributeValue.fromM(Map.of()));
        item.putAll(tally(settlement.found(), ""));
        try {
            dynamoDb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // It is there.
        }
    }

    @Override
    public Optional<Settlement> find(String event, LocalDateTime occurrence, String id) {
        var answer = dynamoDb.getItem(
                get -> get.tableName(table).consistentRead(true).key(key(event, occurrence, id)));
        return answer.hasItem() ? Optional.of(settlement(answer.item())) : Optional.empty();
    }

    @Override
    public void note(String event, LocalDateTime occurrence, String id, int round, Tally found) {
        var values = new HashMap<>(tally(found, ":"));
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(key(event, occurrence, id))
                .updateExpression("SET rounds.#round = :owedPlayers, players = :players, entitled = :entitled,"
                        + " claimed = :claimed, owedPlayers = :owedPlayers REMOVE #out")
                .expressionAttributeNames(Map.of("#round", Integer.toString(round), "#out", Outbox.ATTRIBUTE))
                .expressionAttributeValues(values));
    }

    @Override
    public void done(String id, Progress.Part part) {
        dynamoDb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk", text("settlement#" + id),
                        "sk", text(part.round() + "#" + part.file()),
                        "players", number(part.players()),
                        "begunAt", number(part.begunAt().toEpochMilli()),
                        "doneAt", number(part.doneAt().toEpochMilli()),
                        "ttl", number(part.doneAt().plus(KEPT).getEpochSecond()))));
    }

    @Override
    public List<Progress.Part> parts(String id) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression(KEY)
                        .expressionAttributeValues(Map.of(":pk", text("settlement#" + id))))
                .items()
                .stream()
                .map(DynamoSettlements::part)
                .toList();
    }

    @Override
    public void close(String event, LocalDateTime occurrence, String id, Tally found, Instant now, Envelope news) {
        var values = new HashMap<>(tally(found, ":"));
        values.put(":now", number(now.toEpochMilli()));
        values.put(":out", Outbox.telling(List.of(news)));
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(key(event, occurrence, id))
                    .updateExpression("SET closedAt = :now, players = :players, entitled = :entitled,"
                            + " claimed = :claimed, owedPlayers = :owedPlayers, #out = :out")
                    .conditionExpression("attribute_exists(pk) AND attribute_not_exists(closedAt)")
                    .expressionAttributeNames(Map.of("#out", Outbox.ATTRIBUTE))
                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException _) {
            // It was closed before, and told.
        }
    }

    @Override
    public List<Settlement> latest(String event, int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression(KEY)
                        .expressionAttributeValues(Map.of(":pk", text("event#" + event)))
                        .scanIndexForward(false)
                        .limit(most))
                .items()
                .stream()
                .map(DynamoSettlements::settlement)
                .toList();
    }

    private static Map<String, AttributeValue> key(String event, LocalDateTime occurrence, String id) {
        return Map.of("pk", text("event#" + event), "sk", text(occurrence + "#" + id));
    }

    private static Map<String, AttributeValue> tally(Tally tally, String prefix) {
        return Map.of(
                prefix + "players", number(tally.players()),
                prefix + "entitled", number(tally.entitled()),
                prefix + "claimed", number(tally.claimed()),
                prefix + "owedPlayers", number(tally.owedPlayers()));
    }

    private static Settlement settlement(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var sk = item.text("sk");
        int border = sk.indexOf('#');
        var rounds = new TreeMap<Integer, Long>();
        item.optionalMap("rounds")
                .ifPresent(all -> all.values()
                        .forEach((round, players) -> rounds.put(Integer.valueOf(round), Long.parseLong(players.n()))));
        return new Settlement(
                item.text("pk").substring("event#".length()),
                LocalDateTime.parse(sk.substring(0, border)),
                sk.substring(border + 1),
                item.text("by"),
                item.count("revision"),
                Instant.ofEpochMilli(item.number("begunAt")),
                rounds,
                values.containsKey("closedAt")
                        ? Optional.of(Instant.ofEpochMilli(item.number("closedAt")))
                        : Optional.empty(),
                new Tally(
                        item.number("players"),
                        item.number("entitled"),
                        item.number("claimed"),
                        item.number("owedPlayers")));
    }

    private static Progress.Part part(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var sk = item.text("sk");
        int border = sk.indexOf('#');
        return new Progress.Part(
                Integer.parseInt(sk.substring(0, border)),
                sk.substring(border + 1),
                item.number("players"),
                Instant.ofEpochMilli(item.number("begunAt")),
                Instant.ofEpochMilli(item.number("doneAt")));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
