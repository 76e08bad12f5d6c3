package com.lifeverse.session.rights.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.aws.Partition;
import com.lifeverse.platform.aws.PlainItem;
import com.lifeverse.session.aws.About;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.aws.IdentityItem;
import com.lifeverse.session.rights.Belongings;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The players table: everything under the player's key, what the list of identities names, the other halves of friendships, and what the
 * index has of items about the player under other keys. The profile with its identities stays until the farewell: it is how the
 * player is found.
 */
public final class PlayerBelongings implements Belongings {
    private static final String PROFILE = "player";
    private static final String FRIEND = "friend#";
    private static final Map<String, String> NAMES = Map.of("at", "at (epoch milliseconds)");
    private static final Set<String> OURS = Set.of("pk", "ttl", Outbox.ATTRIBUTE, About.ATTRIBUTE);

    /** What a sort key that begins so stands for. */
    private record Kind(Holding holding, String prefix) {}

    private static final List<Kind> OWN = List.of(
            new Kind(Holding.PROFILE, PROFILE),
            new Kind(Holding.INBOX_MESSAGE, "inbox#"),
            new Kind(Holding.PREFERENCES, "preferences"),
            new Kind(Holding.PRECEDENCE, "precedence"),
            new Kind(Holding.FRIEND, FRIEND),
            new Kind(Holding.FRIEND_REQUEST, "asked#"),
            new Kind(Holding.BLOCK, "block#"));
    private static final List<Kind> ELSEWHERE = List.of(
            new Kind(Holding.FRIEND_REQUEST_ELSEWHERE, "asked#"),
            new Kind(Holding.BLOCK_ELSEWHERE, "block#"),
            new Kind(Holding.HAND_OFF_CODE, "handoff"));

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Partition partition;
    private final int page;

    public PlayerBelongings(DynamoDbClient dynamoDb, String table, int page) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.partition = new Partition(dynamoDb, table, "pk");
        this.page = page;
    }

    @Override
    public List<Found> count(String playerId, int pass) {
        var tally = new Tally();
        for (var item : partition.all(playerId)) {
            var holding = of(OWN, sort(item));
            tally.add(holding);
            if (holding == Holding.FRIEND) {
                tally.add(Holding.FRIEND_OF_OTHERS);
            } else if (holding == Holding.PROFILE) {
                tally.add(Holding.IDENTITY, identities(item).size());
            }
        }
        elsewhere(playerId).forEach(key -> tally.add(of(ELSEWHERE, sort(key))));
        return tally.found("players", pass);
    }

    @Override
    public boolean erase(String playerId) {
        var own = partition.first(playerId, page + 1).stream()
                .filter(item -> !sort(item).equals(PROFILE))
                .limit(page)
                .toList();
        var keys = new LinkedHashSet<Map<String, AttributeValue>>();
        // The other half first: without the own one nothing would lead to it any more.
        own.stream()
                .map(PlayerBelongings::sort)
                .filter(sort -> sort.startsWith(FRIEND))
                .map(sort -> key(sort.substring(FRIEND.length()), FRIEND + playerId))
                .forEach(keys::add);
        keys.addAll(elsewhere(playerId));
        partition.delete(List.copyOf(keys));
        partition.delete(own.stream().map(item -> key(playerId, sort(item))).toList());
        return own.size() < page;
    }

    @Override
    public List<Entry> entries(String playerId) {
        var entries = new ArrayList<Entry>();
        for (var item : partition.all(playerId)) {
            if (sort(item).equals(PROFILE)) {
                entries.add(new Entry(
                        Holding.PROFILE, PlainItem.of(item, Map.of(), Set.of("pk", "sk", IdentityItem.LIST))));
                // Not the key: it is the hash of what the device is called.
                identities(item)
                        .values()
                        .forEach(identity -> entries.add(
                                new Entry(Holding.IDENTITY, PlainItem.of(identity.m(), Map.of(), Set.of("key")))));
            } else {
                entries.add(new Entry(of(OWN, sort(item)), PlainItem.of(item, NAMES, OURS)));
            }
        }
        return entries;
    }

    /** The identities in a profile, by their ids in addresses. */
    static Map<String, AttributeValue> identities(Map<String, AttributeValue> profile) {
        return profile.getOrDefault(IdentityItem.LIST, AttributeValue.fromM(Map.of()))
                .m();
    }

    static Map<String, AttributeValue> profile(String playerId) {
        return key(playerId, PROFILE);
    }

    private List<Map<String, AttributeValue>> elsewhere(String playerId) {
        return Partition.ofIndex(dynamoDb, table, About.INDEX, About.ATTRIBUTE, playerId).stream()
                .map(item -> key(new Attributes(item).text("pk"), sort(item)))
                .toList();
    }

    private static Holding of(List<Kind> kinds, String sort) {
        return kinds.stream()
                .filter(kind -> sort.startsWith(kind.prefix()))
                .map(Kind::holding)
                .findFirst()
                .orElse(Holding.OTHER);
    }

    private static String sort(Map<String, AttributeValue> item) {
        return new Attributes(item).text("sk");
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }
}
