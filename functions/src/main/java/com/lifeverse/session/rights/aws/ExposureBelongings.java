package com.lifeverse.session.rights.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.aws.Partition;
import com.lifeverse.platform.aws.PlainItem;
import com.lifeverse.session.rights.Belongings;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table of experiments: what each of them showed the player. Counts of groups name nobody, and stay. */
public final class ExposureBelongings implements Belongings {
    private static final Map<String, String> NAMES = Map.of(
            "sk", "event and experiment", "group", "group", "split", "shares then", "at", "since (epoch milliseconds)");
    private static final Set<String> OURS = Set.of("pk", Outbox.ATTRIBUTE);

    private final Partition partition;
    private final int page;

    public ExposureBelongings(DynamoDbClient dynamoDb, String table, int page) {
        this.partition = new Partition(dynamoDb, table, "pk");
        this.page = page;
    }

    @Override
    public List<Found> count(String playerId, int pass) {
        var tally = new Tally();
        partition.all(playerId).forEach(_ -> tally.add(Holding.EXPOSURE));
        return tally.found("experiments", pass);
    }

    @Override
    public boolean erase(String playerId) {
        var own = partition.first(playerId, page);
        partition.delete(own.stream()
                .map(item -> Map.of("pk", AttributeValue.fromS(playerId), "sk", Objects.requireNonNull(item.get("sk"))))
                .toList());
        return own.size() < page;
    }

    @Override
    public List<Entry> entries(String playerId) {
        return partition.all(playerId).stream()
                .map(item -> new Entry(Holding.EXPOSURE, PlainItem.of(item, NAMES, OURS)))
                .toList();
    }
}
