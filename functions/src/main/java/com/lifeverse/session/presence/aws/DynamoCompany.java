package com.lifeverse.session.presence.aws;

import com.lifeverse.session.presence.Company;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Who is there in groups, beside what they say themselves; see {@link PresenceItem}. Nothing of it is told. */
public final class DynamoCompany implements Company {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoCompany(DynamoDbClient dynamoDb, String noticesTable) {
        this.dynamoDb = dynamoDb;
        this.table = noticesTable;
    }

    @Override
    public void joins(String playerId, String sessionId, String groupId, Instant sweptAt) {
        dynamoDb.updateItem(request -> request.tableName(table)
                .key(PresenceItem.key(playerId))
                .updateExpression("ADD #g :place SET #ttl = :sweep REMOVE #out")
                .expressionAttributeNames(
                        Map.of("#g", PresenceItem.GROUPS, "#ttl", PresenceItem.TTL, "#out", PresenceItem.OUTBOX))
                .expressionAttributeValues(Map.of(
                        ":place", PresenceItem.place(sessionId, groupId),
                        ":sweep", AttributeValue.fromN(Long.toString(sweptAt.getEpochSecond())))));
    }

    @Override
    public void leaves(String playerId, String sessionId, String groupId) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(PresenceItem.key(playerId))
                    .updateExpression("DELETE #g :place REMOVE #out")
                    .conditionExpression("attribute_exists(#pk)")
                    .expressionAttributeNames(Map.of(
                            "#pk", PresenceItem.PARTITION,
                            "#g", PresenceItem.GROUPS,
                            "#out", PresenceItem.OUTBOX))
                    .expressionAttributeValues(Map.of(":place", PresenceItem.place(sessionId, groupId))));
        } catch (ConditionalCheckFailedException _) {
            // Nothing is known of them, and nothing is to be: they may have been erased.
        }
    }
}
