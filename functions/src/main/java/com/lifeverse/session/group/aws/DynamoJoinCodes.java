package com.lifeverse.session.group.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.desk.JoinCodes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The join codes: {@code pk} {@code code#} and the code, {@code g} the group, {@code ttl} until when. */
public final class DynamoJoinCodes implements JoinCodes {
    private static final String KIND = "code";
    private static final String GROUP = "g";
    private static final String TTL = "ttl";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoJoinCodes(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public boolean take(String code, String groupId, Instant now, Instant until) {
        var item = key(code)
                .text(GROUP, groupId)
                .number(TTL, until.getEpochSecond())
                .values();
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#pk) OR #g = :group OR #ttl < :now")
                    .expressionAttributeNames(Map.of("#pk", GroupItem.PARTITION, "#g", GROUP, "#ttl", TTL))
                    .expressionAttributeValues(Map.of(
                            ":group", AttributeValue.fromS(groupId),
                            ":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Another group has it: the caller takes another.
            return false;
        }
    }

    @Override
    public Optional<String> find(String code, Instant now) {
        var answer = dynamoDb.getItem(
                request -> request.tableName(table).key(key(code).values()));
        if (!answer.hasItem()) {
            return Optional.empty();
        }
        var found = new Attributes(answer.item());
        return found.number(TTL) < now.getEpochSecond() ? Optional.empty() : Optional.of(found.text(GROUP));
    }

    private static Field key(String code) {
        return new Field().text(GroupItem.PARTITION, KIND + "#" + code).text(GroupItem.SORT, KIND);
    }
}
