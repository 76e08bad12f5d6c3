package com.lifeverse.trigger.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.trigger.GrantLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The ledger in DynamoDB: one item a grant, written once under its key and never changed or expired. Its {@code out} stays in
 * it: the stream tells it once, because there is only that one write.
 */
public final class DynamoGrantLedger implements GrantLedger {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoGrantLedger(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    // The id is made from the key, so an attempt whose answer got lost finds its own entry, and the answer is right.
    @Override
    public Recorded record(Grant grant, List<Envelope> told) {
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item(grant, told))
                    .conditionExpression("attribute_not_exists(playerId)"));
            return new Recorded.Granted(grant.id());
        } catch (ConditionalCheckFailedException e) {
            return new Recorded.AlreadyGranted(grant.id());
        }
    }

    private static Map<String, AttributeValue> item(Grant grant, List<Envelope> told) {
        var item = new LinkedHashMap<String, AttributeValue>();
        item.put("playerId", AttributeValue.fromS(grant.playerId()));
        item.put(
                "sk",
                AttributeValue.fromS(String.format(
                        Locale.ROOT, "grant#%s#%s#%d", grant.source(), grant.occurrence(), grant.tier())));
        item.put("grantId", AttributeValue.fromS(grant.id()));
        item.put("source", AttributeValue.fromS(grant.source()));
        item.put("occurrence", AttributeValue.fromS(grant.occurrence()));
        item.put("tier", StateItem.number(grant.tier()));
        item.put("item", AttributeValue.fromS(grant.item()));
        item.put("amount", StateItem.number(grant.amount()));
        item.put("grantedAt", AttributeValue.fromS(told.getFirst().time().toString()));
        item.put(Outbox.ATTRIBUTE, Outbox.telling(told));
        return item;
    }
}
