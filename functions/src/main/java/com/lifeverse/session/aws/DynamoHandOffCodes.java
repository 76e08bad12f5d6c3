package com.lifeverse.session.aws;

import com.lifeverse.session.handoff.HandOffCode;
import com.lifeverse.session.handoff.HandOffCodes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Codes in the players table, swept after their life:
 *
 * <pre>
 * pk handoff#HASH  sk handoff   playerId, sessionId, family, until (epoch milliseconds), ttl; about
 * </pre>
 */
public final class DynamoHandOffCodes implements HandOffCodes {
    private static final String KIND = "handoff";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoHandOffCodes(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public void keep(HandOffCode code) {
        var item = new HashMap<>(key(code.hash()));
        item.put("playerId", AttributeValue.fromS(code.playerId()));
        item.put("sessionId", AttributeValue.fromS(code.sessionId()));
        item.put("family", AttributeValue.fromS(code.family()));
        item.put("until", LiveItem.time(code.expiresAt()));
        item.put("ttl", LiveItem.sweep(code.expiresAt()));
        item.put(About.ATTRIBUTE, AttributeValue.fromS(code.playerId()));
        dynamoDb.putItem(request -> request.tableName(table).item(item));
    }

    @Override
    public Optional<HandOffCode> find(String hash) {
        var answer = dynamoDb.getItem(
                request -> request.tableName(table).key(key(hash)).consistentRead(true));
        if (!answer.hasItem()) {
            return Optional.empty();
        }
        var item = new Attributes(answer.item());
        return Optional.of(new HandOffCode(
                hash, item.text("playerId"), item.text("sessionId"), item.text("family"), item.time("until")));
    }

    private static Map<String, AttributeValue> key(String hash) {
        return Map.of("pk", AttributeValue.fromS(KIND + "#" + hash), "sk", AttributeValue.fromS(KIND));
    }
}
