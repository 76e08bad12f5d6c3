package com.lifeverse.session.group.aws;

import com.lifeverse.session.social.SocialGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Friends and blocks in the players table: items {@code friend#} and {@code block#} with the other's id, under each player. A
 * question costs half a read unit for each item asked for.
 */
public final class StoredFriends implements SocialGraph {
    private static final int BATCH = 100;
    private static final String FRIEND = "friend#";
    private static final String BLOCK = "block#";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public StoredFriends(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public boolean areFriends(String player, String other) {
        return anyOf(List.of(key(player, FRIEND + other)));
    }

    @Override
    public boolean anyBlocked(String player, Collection<String> others) {
        var keys = new ArrayList<Map<String, AttributeValue>>();
        for (var other : others) {
            keys.add(key(player, BLOCK + other));
            keys.add(key(other, BLOCK + player));
        }
        for (int from = 0; from < keys.size(); from += BATCH) {
            if (anyOf(keys.subList(from, Math.min(keys.size(), from + BATCH)))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean friendsOfFriends(String player, String other) {
        if (areFriends(player, other)) {
            return true;
        }
        var theirs = friends(other);
        return friends(player).stream().anyMatch(theirs::contains);
    }

    private boolean anyOf(List<Map<String, AttributeValue>> keys) {
        var pending = Map.of(table, KeysAndAttributes.builder().keys(keys).build());
        while (!pending.isEmpty()) {
            var asked = pending;
            var answer = dynamoDb.batchGetItem(request -> request.requestItems(asked));
            if (!answer.responses().getOrDefault(table, List.of()).isEmpty()) {
                return true;
            }
            pending = answer.unprocessedKeys();
        }
        return false;
    }

    private Set<String> friends(String player) {
        var answer = dynamoDb.query(request -> request.tableName(table)
                .keyConditionExpression("#pk = :player AND begins_with(#sk, :friend)")
                .expressionAttributeNames(Map.of("#pk", "pk", "#sk", "sk"))
                .expressionAttributeValues(
                        Map.of(":player", AttributeValue.fromS(player), ":friend", AttributeValue.fromS(FRIEND)))
                .limit(BATCH));
        return answer.items().stream()
                .map(item -> new Found(item).text("sk").substring(FRIEND.length()))
                .collect(Collectors.toSet());
    }

    private static Map<String, AttributeValue> key(String player, String sort) {
        return new Field().text("pk", player).text("sk", sort).values();
    }
}
