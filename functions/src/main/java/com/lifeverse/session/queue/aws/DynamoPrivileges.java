package com.lifeverse.session.queue.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.queue.Privileges;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Precedence in the players table: {@code pk ply_..., sk precedence, ttl} (epoch seconds; absent if it is for good). */
public final class DynamoPrivileges implements Privileges {
    private static final String UNTIL = "ttl";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoPrivileges(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public boolean has(String playerId, Instant now) {
        var answer = dynamoDb.getItem(
                request -> request.tableName(table).key(key(playerId)).consistentRead(true));
        var item = new Attributes(answer.item());
        return answer.hasItem() && (!item.has(UNTIL) || now.getEpochSecond() < item.number(UNTIL));
    }

    @Override
    public void give(String playerId, Optional<Instant> until) {
        var item = new HashMap<>(key(playerId));
        until.ifPresent(time -> item.put(UNTIL, AttributeValue.fromN(Long.toString(time.getEpochSecond()))));
        dynamoDb.putItem(request -> request.tableName(table).item(item));
    }

    @Override
    public void take(String playerId) {
        dynamoDb.deleteItem(request -> request.tableName(table).key(key(playerId)));
    }

    private static Map<String, AttributeValue> key(String playerId) {
        return Map.of("pk", AttributeValue.fromS(playerId), "sk", AttributeValue.fromS("precedence"));
    }
}
