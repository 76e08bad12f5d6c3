package com.lifeverse.local.bench;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Renewals through the SDK's client, as a function makes them. Each player belongs to one thread. */
final class ClientUpdates {
    private final DynamoDbClient client;
    private final long[] generations;

    ClientUpdates(Store store, int players) {
        var tables = new Tables(store, Players.agenda());
        tables.create(Players.table());
        this.client = tables.client(Caller.unrestricted());
        this.generations = new long[players];
        Players.fill(store, () -> {
            for (int player = 0; player < players; player++) {
                put(player);
            }
        });
    }

    /** Makes {@code count} renewals of random players from {@code first} on, of which there are {@code players}; returns the count. */
    long update(Random random, int first, int players, int count) {
        for (int i = 0; i < count; i++) {
            int player = first + random.nextInt(players);
            var values = Map.of(
                    ":known", n(generations[player]),
                    ":session", AttributeValue.fromS(Players.SESSION),
                    ":one", n(1),
                    ":now", AttributeValue.fromS(Players.NOW),
                    ":end", n(Players.END));
            client.updateItem(update -> update.tableName(Players.TABLE)
                    .key(Map.of(Players.KEY, AttributeValue.fromS(Players.name(player))))
                    .updateExpression(Players.UPDATE)
                    .conditionExpression(Players.CONDITION)
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(values));
            generations[player]++;
        }
        return count;
    }

    private void put(int player) {
        var item = new HashMap<String, AttributeValue>();
        item.put(Players.KEY, AttributeValue.fromS(Players.name(player)));
        item.put("sessionId", AttributeValue.fromS(Players.SESSION));
        item.put("refreshHash", AttributeValue.fromS(Players.HASH));
        item.put("platform", AttributeValue.fromS("console"));
        item.put("region", AttributeValue.fromS("eu-central"));
        item.put("generation", n(0));
        item.put("renewedAt", AttributeValue.fromS(Players.NOW));
        item.put("ttl", n(Players.END));
        client.putItem(put -> put.tableName(Players.TABLE).item(item));
    }

    private static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
