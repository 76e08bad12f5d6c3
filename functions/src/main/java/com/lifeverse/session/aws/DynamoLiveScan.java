package com.lifeverse.session.aws;

import com.lifeverse.session.census.Register;
import com.lifeverse.session.census.Segment;
import com.lifeverse.session.live.LivePlayer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** All of the live table, page by page: for the census, and on no request's path. */
public final class DynamoLiveScan {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoLiveScan(DynamoDbClient dynamoDb, String liveTable) {
        this.dynamoDb = dynamoDb;
        this.table = liveTable;
    }

    public Register.Page page(Segment segment, Optional<String> after, int limit) {
        var request = ScanRequest.builder()
                .tableName(table)
                .limit(limit)
                .segment(segment.number())
                .totalSegments(segment.of())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        after.ifPresent(player -> request.exclusiveStartKey(LiveWrites.key(player)));
        var answer = dynamoDb.scan(request.build());
        var next = answer.hasLastEvaluatedKey()
                ? Optional.of(new Attributes(answer.lastEvaluatedKey()).text(LiveItem.PLAYER))
                : Optional.<String>empty();
        var capacity = answer.consumedCapacity();
        return new Register.Page(
                answer.items().stream().map(DynamoLiveScan::entry).toList(),
                next,
                capacity == null ? 0 : capacity.capacityUnits());
    }

    /** Takes the item away, if it stands as it was seen. */
    public boolean forget(LivePlayer player) {
        try {
            dynamoDb.deleteItem(request -> request.tableName(table)
                    .key(LiveWrites.key(player.playerId()))
                    .conditionExpression("#c = :seen AND size(#s) = :none")
                    .expressionAttributeNames(Map.of("#c", LiveItem.COMMAND, "#s", LiveItem.SESSIONS))
                    .expressionAttributeValues(Map.of(
                            ":seen", AttributeValue.fromS(player.lastCommand().text()), ":none", LiveItem.number(0))));
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }

    private static Register.Entry entry(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var sweptAt = item.has(LiveItem.TTL)
                ? Optional.of(Instant.ofEpochSecond(item.number(LiveItem.TTL)))
                : Optional.<Instant>empty();
        return new Register.Entry(LiveItem.read(values), sweptAt);
    }
}
