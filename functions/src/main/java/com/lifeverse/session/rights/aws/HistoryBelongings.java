package com.lifeverse.session.rights.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.aws.Partition;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.rights.Belongings;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The history: each event is kept under its player first and then under its session, so the player's entries lead to all others, and go
 * last.
 */
public final class HistoryBelongings implements Belongings {
    private final Partition partition;
    private final int page;

    public HistoryBelongings(DynamoDbClient dynamoDb, String table, int page) {
        this.partition = new Partition(dynamoDb, table, "pk");
        this.page = page;
    }

    @Override
    public List<Found> count(String playerId, int pass) {
        var tally = new Tally();
        var own = partition.all(playerId);
        tally.add(Holding.HISTORY, own.size());
        sessions(own)
                .forEach(session -> tally.add(
                        Holding.SESSION_HISTORY, partition.all(session).size()));
        return tally.found("history", pass);
    }

    @Override
    public boolean erase(String playerId) {
        var own = partition.first(playerId, page);
        for (var session : sessions(own)) {
            partition.delete(
                    partition.all(session).stream().map(HistoryBelongings::key).toList());
        }
        partition.delete(own.stream().map(HistoryBelongings::key).toList());
        return own.size() < page;
    }

    @Override
    public List<Entry> entries(String playerId) {
        return partition.all(playerId).stream()
                .map(item -> new Entry(Holding.HISTORY, Json.plain(event(item))))
                .toList();
    }

    private static Set<String> sessions(List<Map<String, AttributeValue>> entries) {
        var sessions = new TreeSet<String>();
        for (var entry : entries) {
            var session = event(entry).at("/payload/sessionId");
            if (session.isTextual()) {
                sessions.add(session.asText());
            }
        }
        return sessions;
    }

    private static JsonNode event(Map<String, AttributeValue> item) {
        try {
            return Json.read(new Attributes(item).text("event"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The history holds what is no event", e);
        }
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        var attributes = new Attributes(item);
        return Map.of(
                "pk", AttributeValue.fromS(attributes.text("pk")), "sk", AttributeValue.fromS(attributes.text("sk")));
    }
}
