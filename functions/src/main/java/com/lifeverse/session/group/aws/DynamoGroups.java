package com.lifeverse.session.group.aws;

import com.lifeverse.session.group.desk.Groups;
import com.lifeverse.session.group.desk.Templates;
import com.lifeverse.session.live.CommandId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The groups in a DynamoDB table, an item a group; see {@link GroupItem}. */
public final class DynamoGroups implements Groups {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final GroupItem items;

    public DynamoGroups(DynamoDbClient dynamoDb, String table, Templates templates) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.items = new GroupItem(templates);
    }

    @Override
    public Optional<Stored> read(String groupId) {
        var answer = dynamoDb.getItem(
                request -> request.tableName(table).key(GroupItem.key(groupId)).consistentRead(true));
        return answer.hasItem() ? Optional.of(items.read(answer.item())) : Optional.empty();
    }

    @Override
    public Outcome write(Write write) {
        try {
            dynamoDb.putItem(request(write));
            return new Outcome.Written();
        } catch (ConditionalCheckFailedException overtaken) {
            return current(overtaken.item(), write.command());
        }
    }

    private Outcome current(Map<String, AttributeValue> item, CommandId command) {
        if (item.isEmpty()) {
            return new Outcome.Overtaken(Optional.empty());
        }
        var stored = items.read(item);
        // Our own write whose reply got lost, sent again by the client.
        return stored.command().equals(command) ? new Outcome.Written() : new Outcome.Overtaken(Optional.of(stored));
    }

    private PutItemRequest request(Write write) {
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(GroupItem.write(write))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        write.expected()
                .ifPresentOrElse(
                        revision -> request.conditionExpression("#v = :seen")
                                .expressionAttributeNames(Map.of("#v", GroupItem.REVISION))
                                .expressionAttributeValues(
                                        Map.of(":seen", AttributeValue.fromN(Long.toString(revision)))),
                        () -> request.conditionExpression("attribute_not_exists(#pk)")
                                .expressionAttributeNames(Map.of("#pk", GroupItem.PARTITION)));
        return request.build();
    }
}
