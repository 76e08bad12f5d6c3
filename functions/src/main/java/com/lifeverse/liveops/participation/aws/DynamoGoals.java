package com.lifeverse.liveops.participation.aws;

import static com.lifeverse.liveops.participation.aws.ParticipationItem.number;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.participation.Goals;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Goals beside participations:
 *
 * <pre>
 * goal#EVENT#OCCURRENCE share#NN amount
 * goal#EVENT#OCCURRENCE total    amount, at (epoch milliseconds), version; out
 * </pre>
 */
public final class DynamoGoals implements Goals {
    private static final String TOTAL = "total";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoGoals(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    static Map<String, AttributeValue> key(String event, LocalDateTime occurrence, String sk) {
        return ParticipationItem.key("goal#" + ParticipationItem.occurrence(event, occurrence), sk);
    }

    @Override
    public Goal published(String event, LocalDateTime occurrence) {
        var answer = dynamoDb.getItem(get -> get.tableName(table).key(key(event, occurrence, TOTAL)));
        if (!answer.hasItem()) {
            return Goal.NOTHING;
        }
        var item = new Attributes(answer.item());
        return new Goal(item.number("amount"), Instant.ofEpochMilli(item.number("at")), item.number("version"));
    }

    @Override
    public long sum(String event, LocalDateTime occurrence) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :share)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("goal#" + ParticipationItem.occurrence(event, occurrence)),
                                ":share", AttributeValue.fromS("share#"))))
                .items()
                .stream()
                .mapToLong(item -> new Attributes(item).number("amount"))
                .sum();
    }

    @Override
    public boolean publish(String event, LocalDateTime occurrence, Goal after, List<Envelope> news, Instant forgotten) {
        var item = new LinkedHashMap<>(key(event, occurrence, TOTAL));
        item.put("amount", number(after.amount()));
        item.put("at", number(after.at().toEpochMilli()));
        item.put("version", number(after.version()));
        item.put("ttl", number(forgotten.getEpochSecond()));
        if (!news.isEmpty()) {
            item.put(Outbox.ATTRIBUTE, Outbox.packed(news));
        }
        try {
            dynamoDb.putItem(put -> {
                put.tableName(table).item(item);
                if (after.version() == 1) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("version = :before")
                            .expressionAttributeValues(Map.of(":before", number(after.version() - 1)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
