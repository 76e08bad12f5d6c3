package com.lifeverse.session.rights.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.aws.Partition;
import com.lifeverse.platform.aws.PlainItem;
import com.lifeverse.session.rights.Belongings;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The live item. It keeps the door closed while the others are emptied, so the farewell takes it. */
public final class LiveBelongings implements Belongings {
    private static final Map<String, String> NAMES = Map.of(
            "s", "sessions", "n", "notices", "e", "token epoch", "y", "ban", "x", "last end", "z", "erasing since");
    private static final Set<String> OURS = Set.of("playerId", "c", "ttl", Outbox.ATTRIBUTE);

    private final Partition partition;

    public LiveBelongings(DynamoDbClient dynamoDb, String table) {
        this.partition = new Partition(dynamoDb, table, "playerId");
    }

    @Override
    public List<Found> count(String playerId, int pass) {
        var tally = new Tally();
        tally.add(Holding.LIVE, partition.all(playerId).size());
        return tally.found("live", pass);
    }

    @Override
    public boolean erase(String playerId) {
        return true;
    }

    @Override
    public List<Entry> entries(String playerId) {
        return partition.all(playerId).stream()
                .map(item -> new Entry(Holding.LIVE, PlainItem.of(item, NAMES, OURS)))
                .toList();
    }
}
