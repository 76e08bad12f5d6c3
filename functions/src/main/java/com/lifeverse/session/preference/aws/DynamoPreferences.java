package com.lifeverse.session.preference.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.BatchReads;
import com.lifeverse.session.preference.PlayerPreferences;
import com.lifeverse.session.preference.Preferences;
import com.lifeverse.session.preference.Visibility;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Preferences in the players table; see {@link PreferenceItem}. */
public final class DynamoPreferences implements Preferences {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoPreferences(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public PlayerPreferences of(String playerId) {
        return PreferenceItem.read(dynamoDb.getItem(request -> request.tableName(table)
                        .key(PreferenceItem.key(playerId))
                        .consistentRead(true))
                .item());
    }

    @Override
    public Saved save(String playerId, PlayerPreferences preferences, List<Envelope> news) {
        try {
            dynamoDb.putItem(put(playerId, preferences, news));
            return new Saved.Done();
        } catch (ConditionalCheckFailedException overtaken) {
            var current = PreferenceItem.read(overtaken.item());
            // Our own write whose reply got lost, sent again by the client.
            return current.equals(preferences) ? new Saved.Done() : new Saved.Overtaken(current);
        }
    }

    /** Who may see each of these; those who have said nothing are left out, and it may be a second old. Half a unit each. */
    public Map<String, Visibility> visibility(List<String> playerIds) {
        var keys = playerIds.stream().map(PreferenceItem::key).toList();
        return new BatchReads(dynamoDb, table)
                .read(keys, false).stream()
                        .collect(Collectors.toMap(
                                PreferenceItem::playerId,
                                item -> PreferenceItem.read(item).presence()));
    }

    private PutItemRequest put(String playerId, PlayerPreferences preferences, List<Envelope> news) {
        long seen = preferences.revision() - 1;
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(PreferenceItem.write(playerId, preferences, news))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (seen == 0) {
            return request.conditionExpression("attribute_not_exists(#pk)")
                    .expressionAttributeNames(Map.of("#pk", PreferenceItem.PARTITION))
                    .build();
        }
        return request.conditionExpression("#revision = :seen")
                .expressionAttributeNames(Map.of("#revision", PreferenceItem.REVISION))
                .expressionAttributeValues(Map.of(":seen", AttributeValue.fromN(Long.toString(seen))))
                .build();
    }
}
