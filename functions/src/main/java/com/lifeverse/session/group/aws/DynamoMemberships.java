package com.lifeverse.session.group.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.desk.Memberships;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The pointers from players to groups: {@code pk} the player, {@code sk} {@code member#} and the group, {@code v} its revision. */
public final class DynamoMemberships implements Memberships {
    private static final String PREFIX = "member#";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoMemberships(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void note(String playerId, String groupId, long revision, Instant sweptAt) {
        var item = key(playerId, groupId)
                .number(GroupItem.REVISION, revision)
                .number("ttl", sweptAt.getEpochSecond())
                .values();
        dynamoDb.putItem(request -> request.tableName(table).item(item));
    }

    @Override
    public void forget(String playerId, String groupId, long revision) {
        try {
            dynamoDb.deleteItem(request -> request.tableName(table)
                    .key(key(playerId, groupId).values())
                    .conditionExpression("#v < :given")
                    .expressionAttributeNames(Map.of("#v", GroupItem.REVISION))
                    .expressionAttributeValues(Map.of(":given", AttributeValue.fromN(Long.toString(revision)))));
        } catch (ConditionalCheckFailedException _) {
            // It is gone, or stands for a seat that the player has taken since: both are as they should be.
        }
    }

    @Override
    public List<String> of(String playerId, int limit) {
        var answer = dynamoDb.query(request -> request.tableName(table)
                .keyConditionExpression("#pk = :player AND begins_with(#sk, :member)")
                .expressionAttributeNames(Map.of("#pk", GroupItem.PARTITION, "#sk", GroupItem.SORT))
                .expressionAttributeValues(
                        Map.of(":player", AttributeValue.fromS(playerId), ":member", AttributeValue.fromS(PREFIX)))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(limit));
        return answer.items().stream()
                .map(item -> new Attributes(item).text(GroupItem.SORT).substring(PREFIX.length()))
                .toList();
    }

    private static Field key(String playerId, String groupId) {
        return new Field().text(GroupItem.PARTITION, playerId).text(GroupItem.SORT, PREFIX + groupId);
    }
}
