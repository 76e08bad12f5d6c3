package com.lifeverse.session.group.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.desk.Memberships;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The pointers from players to groups: {@code pk} the player, {@code sk} {@code member#} and the group, {@code v} its revision. */
public final class DynamoMemberships implements Memberships {
    private static final String PREFIX = "member#";
    private static final String TTL = "ttl";

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
                .number(TTL, sweptAt.getEpochSecond())
                .values();
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#v) OR #v <= :given")
                    .expressionAttributeNames(Map.of("#v", GroupItem.REVISION))
                    .expressionAttributeValues(Map.of(":given", number(revision))));
        } catch (ConditionalCheckFailedException _) {
            keep(playerId, groupId, revision, sweptAt);
        }
    }

    /** Another attempt of the same player has noted it at a later revision: it stays so, for as long as this one needs it. */
    private void keep(String playerId, String groupId, long revision, Instant sweptAt) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(playerId, groupId).values())
                    .updateExpression("SET #ttl = :sweep")
                    .conditionExpression("#v > :given")
                    .expressionAttributeNames(Map.of("#v", GroupItem.REVISION, "#ttl", TTL))
                    .expressionAttributeValues(
                            Map.of(":given", number(revision), ":sweep", number(sweptAt.getEpochSecond()))));
        } catch (ConditionalCheckFailedException _) {
            // Whoever noted that has forgotten it since.
            note(playerId, groupId, revision, sweptAt);
        }
    }

    @Override
    public void forget(String playerId, String groupId, long revision) {
        try {
            dynamoDb.deleteItem(request -> request.tableName(table)
                    .key(key(playerId, groupId).values())
                    .conditionExpression("#v < :given")
                    .expressionAttributeNames(Map.of("#v", GroupItem.REVISION))
                    .expressionAttributeValues(Map.of(":given", number(revision))));
        } catch (ConditionalCheckFailedException _) {
            // It is gone, or stands for a seat that the player has taken since: both are as they should be.
        }
    }

    @Override
    public List<String> of(String playerId, Optional<String> after, int limit) {
        // What follows the last one's own key, so that it is not there twice; "~" is behind every id.
        var from = after.map(last -> PREFIX + last + "!").orElse(PREFIX);
        var answer = dynamoDb.query(request -> request.tableName(table)
                .keyConditionExpression("#pk = :player AND #sk BETWEEN :from AND :last")
                .expressionAttributeNames(Map.of("#pk", GroupItem.PARTITION, "#sk", GroupItem.SORT))
                .expressionAttributeValues(Map.of(
                        ":player", AttributeValue.fromS(playerId),
                        ":from", AttributeValue.fromS(from),
                        ":last", AttributeValue.fromS(PREFIX + "~")))
                .consistentRead(true)
                .limit(limit));
        return answer.items().stream()
                .map(item -> new Attributes(item).text(GroupItem.SORT).substring(PREFIX.length()))
                .toList();
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static Field key(String playerId, String groupId) {
        return new Field().text(GroupItem.PARTITION, playerId).text(GroupItem.SORT, PREFIX + groupId);
    }
}
