package com.lifeverse.session.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.live.SessionStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The writes to the live item, each one request. Every name is a placeholder, so none can collide with a reserved word. */
final class LiveWrites {
    private final String table;

    LiveWrites(String table) {
        this.table = table;
    }

    UpdateItemRequest start(SessionStart start) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":sessions", LiveItem.sessions(start.session()));
        values.put(":command", AttributeValue.fromS(start.command().text()));
        values.put(":sweep", LiveItem.sweep(start.sweptAt()));
        values.put(":news", Outbox.telling(start.news()));
        values.put(":first", LiveItem.number(start.firstNotices()));
        start.expected().map(CommandId::text).ifPresent(seen -> values.put(":seen", AttributeValue.fromS(seen)));
        var names = new HashMap<>(
                Map.of("#s", LiveItem.SESSIONS, "#c", LiveItem.COMMAND, "#n", LiveItem.NOTICES, "#ttl", LiveItem.TTL));
        names.put("#out", Outbox.ATTRIBUTE);
        if (start.expected().isEmpty()) {
            names.put("#player", LiveItem.PLAYER);
        }
        return update(start.playerId(), names, values)
                .updateExpression("SET #s = :sessions, #c = :command, #ttl = :sweep, #out = :news,"
                        + " #n = if_not_exists(#n, :first)")
                .conditionExpression(start.expected().isEmpty() ? "attribute_not_exists(#player)" : "#c = :seen")
                .returnValues(ReturnValue.ALL_NEW)
                .build();
    }

    /** The first session of a player just made, as a part of that transaction. */
    Put first(SessionStart start) {
        var item = Map.of(
                LiveItem.PLAYER, AttributeValue.fromS(start.playerId()),
                LiveItem.SESSIONS, LiveItem.sessions(start.session()),
                LiveItem.COMMAND, AttributeValue.fromS(start.command().text()),
                LiveItem.NOTICES, LiveItem.number(start.firstNotices()),
                LiveItem.TTL, LiveItem.sweep(start.sweptAt()),
                Outbox.ATTRIBUTE, Outbox.telling(start.news()));
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#player)")
                .expressionAttributeNames(Map.of("#player", LiveItem.PLAYER))
                .build();
    }

    UpdateItemRequest renew(Renewal renewal) {
        var names = new HashMap<>(Map.of(
                "#s", LiveItem.SESSIONS,
                "#id", renewal.sessionId(),
                "#f", LiveItem.FAMILY,
                "#g", LiveItem.GENERATION,
                "#r", LiveItem.RENEWED,
                "#l", LiveItem.LEASE,
                "#c", LiveItem.COMMAND,
                "#ttl", LiveItem.TTL,
                "#out", Outbox.ATTRIBUTE));
        var values = new HashMap<>(Map.of(
                ":family", AttributeValue.fromS(renewal.family()),
                ":generation", LiveItem.number(renewal.generation()),
                ":next", LiveItem.number(renewal.next()),
                ":now", LiveItem.time(renewal.now()),
                ":lease", LiveItem.time(renewal.renewAt()),
                ":earliest", LiveItem.time(renewal.earliestDue()),
                ":command", AttributeValue.fromS(renewal.command().text()),
                ":sweep", LiveItem.sweep(renewal.sweptAt())));
        return update(renewal.playerId(), names, values)
                .updateExpression("SET #s.#id.#g = :next, #s.#id.#r = :now, #s.#id.#l = :lease,"
                        + " #c = :command, #ttl = :sweep REMOVE #out")
                .conditionExpression("#s.#id.#f = :family AND (#s.#id.#g = :generation OR #s.#id.#g = :next)"
                        + " AND #s.#id.#l >= :earliest")
                .returnValues(ReturnValue.ALL_OLD)
                .build();
    }

    UpdateItemRequest end(SessionEnd end) {
        var names = new HashMap<>(Map.of(
                "#s", LiveItem.SESSIONS,
                "#id", end.sessionId(),
                "#c", LiveItem.COMMAND,
                "#ttl", LiveItem.TTL,
                "#out", Outbox.ATTRIBUTE));
        var values = new HashMap<>(Map.of(
                ":command", AttributeValue.fromS(end.command().text()),
                ":sweep", LiveItem.sweep(end.sweptAt()),
                ":news", Outbox.telling(end.news())));
        end.family().ifPresent(family -> {
            names.put("#f", LiveItem.FAMILY);
            values.put(":family", AttributeValue.fromS(family));
        });
        return update(end.playerId(), names, values)
                .updateExpression("SET #c = :command, #ttl = :sweep, #out = :news REMOVE #s.#id")
                .conditionExpression(end.family().isPresent() ? "#s.#id.#f = :family" : "attribute_exists(#s.#id)")
                .build();
    }

    /**
     * Counts a message that arrives, and tells so, as a part of that transaction. It leaves the command alone: no session
     * changes.
     */
    Update announce(String playerId, Envelope news) {
        return Update.builder()
                .tableName(table)
                .key(key(playerId))
                .updateExpression("SET #n = #n + :one, #out = :news")
                .conditionExpression("attribute_exists(#player)")
                .expressionAttributeNames(
                        Map.of("#n", LiveItem.NOTICES, "#out", Outbox.ATTRIBUTE, "#player", LiveItem.PLAYER))
                .expressionAttributeValues(Map.of(":one", LiveItem.number(1), ":news", Outbox.telling(List.of(news))))
                .build();
    }

    /** Counts a notice that has been told already. */
    UpdateItemRequest count(String playerId) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(playerId))
                .updateExpression("SET #n = #n + :one REMOVE #out")
                .conditionExpression("attribute_exists(#player)")
                .expressionAttributeNames(
                        Map.of("#n", LiveItem.NOTICES, "#out", Outbox.ATTRIBUTE, "#player", LiveItem.PLAYER))
                .expressionAttributeValues(Map.of(":one", LiveItem.number(1)))
                .build();
    }

    /** That nothing is alive of the player, as a part of a transaction. */
    ConditionCheck away(String playerId) {
        return ConditionCheck.builder()
                .tableName(table)
                .key(key(playerId))
                .conditionExpression("attribute_not_exists(#player)")
                .expressionAttributeNames(Map.of("#player", LiveItem.PLAYER))
                .build();
    }

    static Map<String, AttributeValue> key(String playerId) {
        return Map.of(LiveItem.PLAYER, AttributeValue.fromS(playerId));
    }

    private UpdateItemRequest.Builder update(
            String playerId, Map<String, String> names, Map<String, AttributeValue> values) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(playerId))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }
}
