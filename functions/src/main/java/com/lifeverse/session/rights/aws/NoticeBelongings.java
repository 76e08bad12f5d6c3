package com.lifeverse.session.rights.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.aws.Partition;
import com.lifeverse.platform.aws.PlainItem;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.rights.Belongings;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The notices table: connections and tickets, the gateway's names that lead to them, and what the player said of how they are. */
public final class NoticeBelongings implements Belongings {
    private static final Map<String, String> NAMES = Map.of(
            "v",
            "availability",
            "w",
            "status",
            "s",
            "session",
            "a",
            "connected since (epoch milliseconds)",
            "g",
            "sessions and groups they are there in",
            "u",
            "ticket until (epoch milliseconds)");
    /** A ticket's hash and the gateway's name of a connection say nothing of the player. */
    private static final Set<String> OURS = Set.of("pk", "t", "c", "ttl", Outbox.ATTRIBUTE);

    private final Partition partition;
    private final int page;

    public NoticeBelongings(DynamoDbClient dynamoDb, String table, int page) {
        this.partition = new Partition(dynamoDb, table, "pk");
        this.page = page;
    }

    @Override
    public List<Found> count(String playerId, int pass) {
        var tally = new Tally();
        for (var item : partition.all(playerId)) {
            tally.add(of(sort(item)));
            name(item).ifPresent(_ -> tally.add(Holding.CONNECTION_NAME));
        }
        return tally.found("notices", pass);
    }

    @Override
    public boolean erase(String playerId) {
        var own = partition.first(playerId, page);
        var keys = new ArrayList<Map<String, AttributeValue>>();
        own.forEach(item -> name(item).ifPresent(keys::add));
        partition.delete(keys);
        partition.delete(own.stream().map(item -> key(playerId, sort(item))).toList());
        return own.size() < page;
    }

    @Override
    public List<Entry> entries(String playerId) {
        return partition.all(playerId).stream()
                .map(item -> new Entry(of(sort(item)), PlainItem.of(item, NAMES, OURS)))
                .toList();
    }

    private static Holding of(String sort) {
        if (sort.startsWith("session#")) {
            return Holding.CONNECTION;
        }
        return sort.equals("presence") ? Holding.PRESENCE : Holding.OTHER;
    }

    private static Optional<Map<String, AttributeValue>> name(Map<String, AttributeValue> item) {
        return new Attributes(item).optionalText("c").map(id -> key("connection#" + id, "connection"));
    }

    private static String sort(Map<String, AttributeValue> item) {
        return new Attributes(item).text("sk");
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }
}
