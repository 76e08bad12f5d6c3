package com.lifeverse.trigger.aws;

import com.lifeverse.trigger.TriggerStates;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * States in DynamoDB, one item for each. A read costs half a read unit a started 4 KB, a write one write unit a started KB,
 * with what it tells. A failed condition hands the current item back, so that nothing is read again.
 */
public final class DynamoTriggerStates implements TriggerStates {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoTriggerStates(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    // Eventually consistent: a state only ever learns, so an old one may at worst decide on too little, and the write
    // notices.
    @Override
    public Stored read(Subject subject) {
        var response = dynamoDb.getItem(request -> request.tableName(table).key(StateItem.key(subject)));
        return StateItem.read(response.item());
    }

    @Override
    public Saved save(Change change) {
        try {
            dynamoDb.putItem(request(change));
            return new Saved.Done();
        } catch (ConditionalCheckFailedException e) {
            return StateItem.wroteIt(e.item(), change)
                    ? new Saved.Done()
                    : new Saved.Overtaken(StateItem.read(e.item()));
        }
    }

    private PutItemRequest request(Change change) {
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(StateItem.write(change))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (change.before().revision() == 0) {
            return request.conditionExpression("attribute_not_exists(playerId)").build();
        }
        return request.conditionExpression("#revision = :before")
                .expressionAttributeNames(Map.of("#revision", StateItem.REVISION))
                .expressionAttributeValues(
                        Map.of(":before", StateItem.number(change.before().revision())))
                .build();
    }
}
