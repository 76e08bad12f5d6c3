package com.lifeverse.session.history.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.history.History;
import com.lifeverse.session.history.HistoryEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The history table, which holds each event under its session and under its player, swept after its life:
 *
 * <pre>
 * pk ses_... or ply_...   sk TIME#EVENT   event (the envelope as JSON), ttl
 * </pre>
 */
public final class DynamoHistory implements History {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoHistory(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void keep(Envelope event, Instant until) {
        put(event.playerId(), event, until);
        var session = event.payload().get("sessionId");
        if (session != null) {
            put(session.toString(), event, until);
        }
    }

    @Override
    public List<HistoryEntry> ofSession(String sessionId, int most) {
        return query(sessionId, most, true);
    }

    @Override
    public List<HistoryEntry> ofPlayer(String playerId, int most) {
        return query(playerId, most, false);
    }

    private void put(String of, Envelope event, Instant until) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS(of));
        item.put("sk", AttributeValue.fromS(event.time() + "#" + event.id()));
        item.put("event", AttributeValue.fromS(Envelopes.writeBrief(event).toString()));
        item.put("ttl", AttributeValue.fromN(Long.toString(until.getEpochSecond())));
        dynamoDb.putItem(request -> request.tableName(table).item(item));
    }

    private List<HistoryEntry> query(String of, int most, boolean forward) {
        return dynamoDb
                .query(request -> request.tableName(table)
                        .keyConditionExpression("#pk = :pk")
                        .expressionAttributeNames(Map.of("#pk", "pk"))
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(of)))
                        .scanIndexForward(forward)
                        .limit(most))
                .items()
                .stream()
                .map(DynamoHistory::entry)
                .flatMap(Optional::stream)
                .sorted(forward ? HistoryEntry.ORDER : HistoryEntry.ORDER.reversed())
                .toList();
    }

    private static Optional<HistoryEntry> entry(Map<String, AttributeValue> item) {
        try {
            return HistoryEntry.of(Envelopes.read(Json.read(new Attributes(item).text("event"))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The history holds what is no event", e);
        }
    }
}
