package com.lifeverse.session.aws;

import com.lifeverse.platform.aws.BatchReads;
import com.lifeverse.session.live.LivePlayer;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Many players' live items at once. */
public final class DynamoLivePlayers {
    private final BatchReads reads;

    public DynamoLivePlayers(DynamoDbClient dynamoDb, String liveTable) {
        this.reads = new BatchReads(dynamoDb, liveTable);
    }

    /** Those of whom there is something, in any order; it may be a second old. Half a read unit each. */
    public List<LivePlayer> read(List<String> playerIds) {
        var keys = playerIds.stream().map(LiveWrites::key).toList();
        return reads.read(keys, false).stream().map(LiveItem::read).toList();
    }
}
