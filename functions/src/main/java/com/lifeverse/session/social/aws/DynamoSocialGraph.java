package com.lifeverse.session.social.aws;

import com.lifeverse.session.social.Acquaintance;
import com.lifeverse.session.social.Acquaintances.Kind;
import com.lifeverse.session.social.SocialGraph;
import com.lifeverse.session.social.SocialPolicy;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The graph in the players table. Friendship costs a read unit, blocks two for each of the others, friends of friends those of
 * two bounded lists.
 */
public final class DynamoSocialGraph implements SocialGraph {
    private final Pairs pairs;
    private final DynamoAcquaintances acquaintances;
    private final SocialPolicy policy;

    public DynamoSocialGraph(DynamoDbClient dynamoDb, String playersTable, SocialPolicy policy) {
        this.pairs = new Pairs(dynamoDb, playersTable);
        this.policy = policy;
        this.acquaintances = new DynamoAcquaintances(dynamoDb, playersTable);
    }

    @Override
    public boolean areFriends(String player, String other) {
        return !pairs.present(List.of(SocialItem.key(player, Kind.FRIENDS, other)))
                .isEmpty();
    }

    @Override
    public boolean anyBlocked(String player, Collection<String> others) {
        var keys = others.stream()
                .distinct()
                .flatMap(other -> Stream.of(
                        SocialItem.key(player, Kind.BLOCKS, other), SocialItem.key(other, Kind.BLOCKS, player)))
                .toList();
        return !pairs.present(keys).isEmpty();
    }

    @Override
    public boolean friendsOfFriends(String player, String other) {
        var theirs = acquaintances.list(other, Kind.FRIENDS, policy.friends() + 1).stream()
                .map(Acquaintance::playerId)
                .collect(Collectors.toSet());
        return theirs.contains(player)
                || acquaintances.list(player, Kind.FRIENDS, policy.friends() + 1).stream()
                        .map(Acquaintance::playerId)
                        .anyMatch(theirs::contains);
    }
}
