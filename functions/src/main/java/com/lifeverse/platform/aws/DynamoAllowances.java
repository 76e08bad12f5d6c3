package com.lifeverse.platform.aws;

import com.lifeverse.platform.Allowances;
import com.lifeverse.platform.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts in a table with a broom: {@code pk quota#NAME#WHO, sk WINDOW, n, ttl}. A window has an item of its own, so none is ever
 * set back.
 */
public final class DynamoAllowances implements Allowances {
    private static final Duration KEPT = Duration.ofHours(1);

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoAllowances(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public long use(Quota quota, String who, Instant now) {
        var key = key(quota, who, now);
        var until = now.plus(quota.left(now)).plus(KEPT).getEpochSecond();
        var answer = dynamoDb.updateItem(request -> request.tableName(table)
                .key(key)
                .updateExpression("ADD #n :one SET #ttl = :until")
                .expressionAttributeNames(Map.of("#n", "n", "#ttl", "ttl"))
                .expressionAttributeValues(
                        Map.of(":one", AttributeValue.fromN("1"), ":until", AttributeValue.fromN(Long.toString(until))))
                .returnValues(ReturnValue.UPDATED_NEW));
        return count(answer.attributes());
    }

    @Override
    public long used(Quota quota, String who, Instant now) {
        var key = key(quota, who, now);
        var answer =
                dynamoDb.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        return answer.hasItem() ? count(answer.item()) : 0;
    }

    private static Map<String, AttributeValue> key(Quota quota, String who, Instant now) {
        return Map.of(
                "pk", AttributeValue.fromS("quota#" + quota.name() + "#" + who),
                "sk", AttributeValue.fromS(Long.toString(quota.windowAt(now))));
    }

    private static long count(Map<String, AttributeValue> item) {
        return Long.parseLong(Objects.requireNonNull(item.get("n")).n());
    }
}
