package com.lifeverse.liveops.participation.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.platform.PlayerData;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.aws.Partition;
import com.lifeverse.platform.aws.PlainItem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What live events keep of a player, found by the player's own partition, which names each occurrence that they are in. That name goes
 * last, so that whoever is cut off finds the rest again.
 */
public final class DynamoFootprints implements PlayerData {
    /** Marks that one call takes away. */
    private static final int PAGE = 1_000;

    private static final Set<String> OURS = Set.of("pk", "board", "score", "revision", "ttl", Outbox.ATTRIBUTE);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Partition partition;

    public DynamoFootprints(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.partition = new Partition(dynamoDb, table, "pk");
    }

    /** An occurrence that a player is in, by its entry in the player's partition. */
    private record Place(Map<String, AttributeValue> entry, String bucket, String marks, String playerId) {
        static Place of(Map<String, AttributeValue> entry, String playerId) {
            var name = new Attributes(entry).text("sk").substring(ParticipationItem.IN.length());
            int end = name.indexOf('#');
            var event = name.substring(0, end);
            var occurrence = LocalDateTime.parse(name.substring(end + 1));
            return new Place(
                    entry,
                    ParticipationItem.bucket(event, occurrence, Participation.bucket(playerId)),
                    ParticipationItem.marks(event, occurrence, playerId),
                    playerId);
        }

        Map<String, AttributeValue> participation() {
            return ParticipationItem.key(bucket, playerId);
        }
    }

    @Override
    public SortedMap<String, Long> count(String playerId) {
        var counts = new TreeMap<String, Long>();
        all(playerId).forEach(footprint -> counts.merge(footprint.kind(), 1L, Long::sum));
        return counts;
    }

    @Override
    public boolean erase(String playerId) {
        var own = partition.all(ParticipationItem.player(playerId));
        for (var entry : own) {
            if (isPlace(entry)) {
                var place = Place.of(entry, playerId);
                var marks = partition.first(place.marks(), PAGE);
                partition.delete(marks.stream().map(DynamoFootprints::key).toList());
                if (marks.size() == PAGE) {
                    return false;
                }
                partition.delete(List.of(place.participation()));
            }
            partition.delete(List.of(key(entry)));
        }
        return true;
    }

    @Override
    public List<Entry> all(String playerId) {
        var all = new ArrayList<Entry>();
        for (var entry : partition.all(ParticipationItem.player(playerId))) {
            if (isPlace(entry)) {
                var place = Place.of(entry, playerId);
                var participation = dynamoDb.getItem(
                        get -> get.tableName(table).consistentRead(true).key(place.participation()));
                var data = new TreeMap<>(plain(participation.item()));
                data.put("in", new Attributes(entry).text("sk").substring(ParticipationItem.IN.length()));
                all.add(new Entry("participation", data));
                partition.all(place.marks()).forEach(mark -> all.add(new Entry("counted-happening", plain(mark))));
            } else {
                all.add(new Entry("event-profile", plain(entry)));
            }
        }
        return all;
    }

    private static boolean isPlace(Map<String, AttributeValue> item) {
        return new Attributes(item).text("sk").startsWith(ParticipationItem.IN);
    }

    private static Map<String, Object> plain(Map<String, AttributeValue> item) {
        return PlainItem.of(item, Map.of(), OURS);
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        var attributes = new Attributes(item);
        return ParticipationItem.key(attributes.text("pk"), attributes.text("sk"));
    }
}
