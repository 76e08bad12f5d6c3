package com.lifeverse.session.timeline.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.timeline.Timeline;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The version in one item of the players table: {@code pk timeline, sk timeline, version}. */
public final class DynamoTimeline implements Timeline {
    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", AttributeValue.fromS("timeline"), "sk", AttributeValue.fromS("timeline"));

    private static final String VERSION = "version";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoTimeline(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public long version() {
        var answer = dynamoDb.getItem(request -> request.tableName(table).key(KEY));
        return answer.hasItem() ? new Attributes(answer.item()).number(VERSION) : 0;
    }

    @Override
    public void published(long version) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(KEY)
                    .updateExpression("SET #v = :v")
                    .conditionExpression("attribute_not_exists(#v) OR #v < :v")
                    .expressionAttributeNames(Map.of("#v", VERSION))
                    .expressionAttributeValues(Map.of(":v", AttributeValue.fromN(Long.toString(version)))));
        } catch (ConditionalCheckFailedException newer) {
            // A newer one is there, or this very one: nothing is to be noted.
        }
    }
}
