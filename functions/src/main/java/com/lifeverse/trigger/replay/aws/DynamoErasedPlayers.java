package com.lifeverse.trigger.replay.aws;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.replay.ErasedPlayers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item for each, in the triggers' table: a write unit an erasure, and half a read unit a player that a replay comes to. */
public final class DynamoErasedPlayers implements ErasedPlayers {
    /** Longer than the archive remembers. */
    private static final Duration KEPT = Duration.ofDays(93);

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoErasedPlayers(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void note(String playerId, Instant now) {
        var forgotten = Long.toString(now.plus(KEPT).getEpochSecond());
        dynamoDb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "playerId", key(playerId),
                        "sk", AttributeValue.fromS("erased"),
                        "ttl", AttributeValue.fromN(forgotten))));
    }

    @Override
    public boolean hold(String playerId) {
        return dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of("playerId", key(playerId), "sk", AttributeValue.fromS("erased"))))
                .hasItem();
    }

    // Ids are random enough that nobody finds one from its hash.
    private static AttributeValue key(String playerId) {
        return AttributeValue.fromS(NameBasedId.of("erased_", playerId));
    }
}
