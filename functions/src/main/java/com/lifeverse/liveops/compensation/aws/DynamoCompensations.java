package com.lifeverse.liveops.compensation.aws;

import com.lifeverse.liveops.compensation.Compensation;
import com.lifeverse.liveops.compensation.Compensations;
import com.lifeverse.liveops.compensation.Reconciliation.Part;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The ledger in the table keyed by {@code pk} and {@code sk}; nothing in it is about a player:
 *
 * <pre>
 * compensations     ID     as {@link CompensationItem} says; out
 * compensation#ID   FIRST  as {@link PartItem} says; goes by itself after 30 days
 * </pre>
 */
public final class DynamoCompensations implements Compensations {
    private static final String ALL = "compensations";
    private static final String PARTS = "compensation#";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoCompensations(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Compensation> find(String id) {
        var answer = dynamoDb.getItem(
                get -> get.tableName(table).consistentRead(true).key(key(ALL, id)));
        return answer.hasItem() ? Optional.of(CompensationItem.read(answer.item())) : Optional.empty();
    }

    @Override
    public boolean write(Compensation after, Optional<Envelope> news) {
        var item = new HashMap<>(CompensationItem.write(after));
        item.putAll(key(ALL, after.id()));
        news.ifPresent(told -> item.put(Outbox.ATTRIBUTE, Outbox.telling(List.of(told))));
        var put = PutItemRequest.builder().tableName(table).item(item);
        if (after.version() == 1) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("version = :before")
                    .expressionAttributeValues(
                            Map.of(":before", AttributeValue.fromN(Integer.toString(after.version() - 1))));
        }
        try {
            dynamoDb.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }

    @Override
    public List<Compensation> latest(int most) {
        return all(ALL).stream()
                .map(CompensationItem::read)
                .sorted(Comparator.comparing(
                                (Compensation each) -> each.history().getFirst().at())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public void done(String id, Part part) {
        var item = new HashMap<>(PartItem.write(part));
        item.putAll(key(PARTS + id, "%08d".formatted(part.first())));
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    @Override
    public List<Part> parts(String id) {
        return all(PARTS + id).stream().map(PartItem::read).toList();
    }

    private List<Map<String, AttributeValue>> all(String pk) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))))
                .items()
                .stream()
                .toList();
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }
}
