package com.lifeverse.session.aws;

import com.lifeverse.session.notice.Announcements;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** The count of notices in the live table. */
public final class DynamoAnnouncements implements Announcements {
    private final DynamoDbClient dynamoDb;
    private final LiveWrites writes;

    public DynamoAnnouncements(DynamoDbClient dynamoDb, String liveTable) {
        this.dynamoDb = dynamoDb;
        this.writes = new LiveWrites(liveTable);
    }

    @Override
    public OptionalLong announce(String playerId) {
        try {
            var count = dynamoDb.updateItem(writes.count(playerId).toBuilder()
                            .returnValues(ReturnValue.UPDATED_NEW)
                            .build())
                    .attributes()
                    .get(LiveItem.NOTICES);
            return count == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(count.n()));
        } catch (ConditionalCheckFailedException away) {
            return OptionalLong.empty();
        }
    }
}
