package com.lifeverse.session.rights.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The requests in a DynamoDB table; see {@link RequestItem}. */
public final class DynamoDataRequests implements DataRequests {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDataRequests(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<DataRequest> find(String owner, DataRequest.Kind kind) {
        var answer = dynamoDb.getItem(request ->
                request.tableName(table).key(RequestItem.key(owner, kind)).consistentRead(true));
        return answer.hasItem() ? Optional.of(RequestItem.read(answer.item())) : Optional.empty();
    }

    @Override
    public boolean ask(DataRequest fresh, Optional<DataRequest> inPlaceOf, Instant sweptAt, List<Envelope> news) {
        var item = RequestItem.write(fresh, sweptAt);
        item.put(Outbox.ATTRIBUTE, Outbox.telling(news));
        try {
            dynamoDb.putItem(request -> {
                request.tableName(table)
                        .item(item)
                        .conditionExpression(inPlaceOf.isPresent() ? "#id = :before" : "attribute_not_exists(#id)")
                        .expressionAttributeNames(Map.of("#id", RequestItem.ID));
                inPlaceOf.ifPresent(before ->
                        request.expressionAttributeValues(Map.of(":before", AttributeValue.fromS(before.id()))));
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Another one came first, and is the answer to this one too.
            return false;
        }
    }

    @Override
    public void put(DataRequest request, Instant sweptAt) {
        dynamoDb.putItem(put -> put.tableName(table)
                .item(RequestItem.write(request, sweptAt))
                .conditionExpression("#id = :id")
                .expressionAttributeNames(Map.of("#id", RequestItem.ID))
                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(request.id()))));
    }
}
