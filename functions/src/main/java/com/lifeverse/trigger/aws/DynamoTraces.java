package com.lifeverse.trigger.aws;

import com.lifeverse.platform.PlayerData;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.aws.Partition;
import com.lifeverse.platform.aws.PlainItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What triggers keep of a player: all of it is under the player's key. */
public final class DynamoTraces implements PlayerData {
    /** Items that one call takes away. */
    private static final int PAGE = 1_000;

    private static final Set<String> OURS =
            Set.of("playerId", "command", "revision", "ttl", "recent", Outbox.ATTRIBUTE, ComparedNews.ATTRIBUTE);

    /** What is kept, by what its sort key begins with. */
    private static final Map<String, String> KINDS = Map.of(
            "state#", "trigger-state", "grant#", "grant", "profile", "game-profile", "counted#", "counted-event");

    private final Partition partition;

    public DynamoTraces(DynamoDbClient dynamoDb, String table) {
        this.partition = new Partition(dynamoDb, table, "playerId");
    }

    @Override
    public SortedMap<String, Long> count(String playerId) {
        var counts = new TreeMap<String, Long>();
        partition.all(playerId).forEach(item -> counts.merge(kind(item), 1L, Long::sum));
        return counts;
    }

    @Override
    public boolean erase(String playerId) {
        var items = partition.first(playerId, PAGE);
        partition.delete(items.stream().map(DynamoTraces::key).toList());
        return items.size() < PAGE;
    }

    @Override
    public List<Entry> all(String playerId) {
        return partition.all(playerId).stream()
                .map(item -> new Entry(kind(item), PlainItem.of(item, Map.of(), OURS)))
                .toList();
    }

    private static String kind(Map<String, AttributeValue> item) {
        var sort = text(item, "sk");
        return KINDS.entrySet().stream()
                .filter(kind -> sort.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(
                "playerId", AttributeValue.fromS(text(item, "playerId")),
                "sk", AttributeValue.fromS(text(item, "sk")));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow();
    }
}
