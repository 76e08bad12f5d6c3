package com.lifeverse.session.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.live.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** All of it anew but the notices, which only grow. */
    UpdateItemRequest change(LiveChange change) {
        var edit = new Edit()
                .set(
                        "#c",
                        LiveItem.COMMAND,
                        AttributeValue.fromS(change.command().text()));
        edit.set("#s", LiveItem.SESSIONS, SessionMap.of(change.sessions()));
        edit.put("#ttl", LiveItem.TTL, change.sweptAt().map(LiveItem::sweep));
        edit.put("#out", Outbox.ATTRIBUTE, news(change.news()));
        standing(change.standing()).forEach((name, value) -> edit.put("#" + name, name, value));
        edit.atFirst("#n", LiveItem.NOTICES, LiveItem.number(change.firstNotices()));
        change.expected().ifPresent(seen -> edit.value(":seen", AttributeValue.fromS(seen.text())));
        if (change.expected().isEmpty()) {
            edit.name("#player", LiveItem.PLAYER);
        }
        return update(change.playerId(), edit.names(), edit.values())
                .updateExpression(edit.expression())
                .conditionExpression(change.expected().isEmpty() ? "attribute_not_exists(#player)" : "#c = :seen")
                .returnValues(ReturnValue.ALL_NEW)
                .build();
    }

    /** The first session of a player just made, as a part of that transaction. */
    Put first(SessionStart start) {
        var item = Map.of(
                LiveItem.PLAYER, AttributeValue.fromS(start.playerId()),
                LiveItem.SESSIONS, SessionMap.of(List.of(start.session())),
                LiveItem.COMMAND, AttributeValue.fromS(start.command().text()),
                LiveItem.NOTICES, LiveItem.number(start.firstNotices()),
                LiveItem.TTL, LiveItem.sweep(start.sweptAt()),
                Outbox.ATTRIBUTE, Outbox.packed(start.news()));
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
                "#id", ShortId.of(renewal.sessionId()),
                "#f", SessionMap.FAMILY,
                "#g", SessionMap.GENERATION,
                "#r", SessionMap.RENEWED,
                "#l", SessionMap.LEASE,
                "#c", LiveItem.COMMAND,
                "#ttl", LiveItem.TTL,
                "#out", Outbox.ATTRIBUTE));
        var values = new HashMap<>(Map.of(
                ":family", SessionMap.family(renewal.family()),
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
        var edit = new Edit()
                .set("#c", LiveItem.COMMAND, AttributeValue.fromS(end.command().text()))
                .set("#ttl", LiveItem.TTL, LiveItem.sweep(end.sweptAt()))
                .prepend("#x", LiveItem.ENDS, StandingMaps.of(List.of(end.last())))
                .put("#out", Outbox.ATTRIBUTE, news(end.news()))
                .name("#s", LiveItem.SESSIONS)
                .name("#id", ShortId.of(end.sessionId()))
                .remove("#s.#id");
        var condition = "attribute_exists(#s.#id)";
        if (end.family().isPresent()) {
            edit.name("#f", SessionMap.FAMILY)
                    .value(":family", SessionMap.family(end.family().get()));
            condition = "#s.#id.#f = :family";
        }
        if (end.bearer().isPresent()) {
            edit.name("#q", SessionMap.FENCE)
                    .value(":bearer", LiveItem.number(end.bearer().get()));
            condition += " AND (attribute_not_exists(#s.#id.#q) OR #s.#id.#q <= :bearer)";
        }
        return update(end.playerId(), edit.names(), edit.values())
                .updateExpression(edit.expression())
                .conditionExpression(condition)
                .build();
    }

    private static Optional<AttributeValue> news(List<Envelope> news) {
        return news.isEmpty() ? Optional.empty() : Optional.of(Outbox.packed(news));
    }

    private static Map<String, Optional<AttributeValue>> standing(Standing standing) {
        var all = new TreeMap<String, Optional<AttributeValue>>();
        all.put(
                LiveItem.EPOCH,
                standing.tokenEpoch() == 0 ? Optional.empty() : Optional.of(LiveItem.number(standing.tokenEpoch())));
        all.put(LiveItem.BAN, standing.ban().map(StandingMaps::of));
        all.put(
                LiveItem.ENDS,
                Optional.of(standing.ends()).filter(ends -> !ends.isEmpty()).map(StandingMaps::of));
        all.put(LiveItem.ERASING, standing.erasingSince().map(LiveItem::sweep));
        return all;
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
                .expressionAttributeValues(Map.of(":one", LiveItem.number(1), ":news", Outbox.packed(List.of(news))))
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
