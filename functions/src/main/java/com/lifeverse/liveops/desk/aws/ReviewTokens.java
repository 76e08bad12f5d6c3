package com.lifeverse.liveops.desk.aws;

import com.lifeverse.liveops.aws.Attributes;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * By which token the run of an event's review is told to look: {@code event#ID token}, with review and token. It is in the table and
 * nowhere else: whoever has it could answer in the run's name.
 */
final class ReviewTokens {
    private final DynamoDbClient dynamoDb;
    private final String table;

    ReviewTokens(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** Takes the place of any other: a run has one at a time, and an event one review. */
    void keep(String event, String review, String token) {
        dynamoDb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk", partition(event),
                        "sk", AttributeValue.fromS("token"),
                        "review", AttributeValue.fromS(review),
                        "token", AttributeValue.fromS(token))));
    }

    /** Of that review, by a read that sees all writes. */
    Optional<String> find(String event, String review) {
        var item = new Attributes(
                dynamoDb.getItem(get -> get.tableName(table).key(key(event)).consistentRead(true))
                        .item());
        return item.optionalText("review").filter(review::equals).flatMap(_ -> item.optionalText("token"));
    }

    void forget(String event, String token) {
        try {
            dynamoDb.deleteItem(delete -> delete.tableName(table)
                    .key(key(event))
                    .conditionExpression("#token = :token")
                    .expressionAttributeNames(Map.of("#token", "token"))
                    .expressionAttributeValues(Map.of(":token", AttributeValue.fromS(token))));
        } catch (ConditionalCheckFailedException _) {
            // The run waits by another one now, or somebody else has forgotten this one.
        }
    }

    private static Map<String, AttributeValue> key(String event) {
        return Map.of("pk", partition(event), "sk", AttributeValue.fromS("token"));
    }

    private static AttributeValue partition(String event) {
        return AttributeValue.fromS("event#" + event);
    }
}
