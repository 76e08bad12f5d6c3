package com.lifeverse.session.group.aws;

import com.lifeverse.session.group.follow.FormerSeats;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Former seats beside the pointers to present ones: {@code pk} the player, {@code sk} {@code past#} and the group. */
public final class DynamoFormerSeats implements FormerSeats {
    /** What their sort keys begin with. */
    public static final String PREFIX = "past#";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoFormerSeats(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void keep(String playerId, String groupId, Instant sweptAt) {
        var item = new Field()
                .text(GroupItem.PARTITION, playerId)
                .text(GroupItem.SORT, PREFIX + groupId)
                .number("ttl", sweptAt.getEpochSecond())
                .values();
        dynamoDb.putItem(request -> request.tableName(table).item(item));
    }
}
