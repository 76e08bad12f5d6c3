package com.lifeverse.session.social.aws;

import com.lifeverse.platform.aws.BatchReads;
import com.lifeverse.session.social.Acquaintances.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What there is between one player and many. */
public final class DynamoBonds {
    /** Who of many is a friend, and who blocks or is blocked. */
    public record Bonds(Set<String> friends, Set<String> blocked) {
        public Bonds {
            friends = Set.copyOf(friends);
            blocked = Set.copyOf(blocked);
        }
    }

    private final BatchReads reads;

    public DynamoBonds(DynamoDbClient dynamoDb, String playersTable) {
        this.reads = new BatchReads(dynamoDb, playersTable);
    }

    /** Between the player and each of the others; it may be a second old. One and a half read units each. */
    public Bonds of(String player, List<String> others) {
        var keys = others.stream()
                .filter(other -> !other.equals(player))
                .flatMap(other -> keys(player, other))
                .toList();
        var found = reads.read(keys, false).stream().map(SocialItem::keyOf).collect(Collectors.toSet());
        var friends = new HashSet<String>();
        var blocked = new HashSet<String>();
        for (var other : others) {
            if (found.contains(SocialItem.key(player, Kind.FRIENDS, other))) {
                friends.add(other);
            }
            if (found.contains(SocialItem.key(player, Kind.BLOCKS, other))
                    || found.contains(SocialItem.key(other, Kind.BLOCKS, player))) {
                blocked.add(other);
            }
        }
        return new Bonds(friends, blocked);
    }

    private static Stream<Map<String, AttributeValue>> keys(String player, String other) {
        return Stream.of(
                SocialItem.key(player, Kind.FRIENDS, other),
                SocialItem.key(player, Kind.BLOCKS, other),
                SocialItem.key(other, Kind.BLOCKS, player));
    }
}
