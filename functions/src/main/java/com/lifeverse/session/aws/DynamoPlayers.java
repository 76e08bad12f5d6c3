package com.lifeverse.session.aws;

import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.NewPlayer;
import com.lifeverse.session.signin.Players;
import com.lifeverse.session.signin.Players.Creation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Players and identities in the players table:
 *
 * <pre>
 * pk identity#KIND#HASH  sk identity   playerId, kind; salt and hash, if it has a secret
 * pk ply_...             sk player     createdAt, identities: by the id of each, its key, kind and since when
 * </pre>
 */
public final class DynamoPlayers implements Players {
    private static final String PLAYER = "player";

    private final DynamoDbClient dynamoDb;
    private final String players;
    private final LiveWrites liveWrites;

    public DynamoPlayers(DynamoDbClient dynamoDb, String playersTable, String liveTable) {
        this.dynamoDb = dynamoDb;
        this.players = playersTable;
        this.liveWrites = new LiveWrites(liveTable);
    }

    @Override
    public Optional<Identity> identity(String key) {
        var answer = dynamoDb.getItem(
                request -> request.tableName(players).key(IdentityItem.key(key)).consistentRead(true));
        return answer.hasItem() ? Optional.of(IdentityItem.read(key, answer.item())) : Optional.empty();
    }

    @Override
    public long failed(String key, long window) {
        try {
            return counted(key, window, "ADD #count :one", "#window = :window");
        } catch (ConditionalCheckFailedException _) {
            // The first in this window, or one of the first at once: each counts as the first then, which lets a few
            // more in.
            return counted(key, window, "SET #count = :one, #window = :window", "attribute_exists(#pk)");
        }
    }

    private long counted(String key, long window, String update, String condition) {
        var names = new HashMap<>(Map.of("#count", IdentityItem.FAILURES, "#window", IdentityItem.WINDOW));
        if (condition.contains("#pk")) {
            names.put("#pk", "pk");
        }
        var answer = dynamoDb.updateItem(request -> request.tableName(players)
                .key(IdentityItem.key(key))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(
                        ":one", AttributeValue.fromN("1"), ":window", AttributeValue.fromN(Long.toString(window))))
                .returnValues(ReturnValue.ALL_NEW));
        return new Attributes(answer.attributes()).number(IdentityItem.FAILURES);
    }

    @Override
    public boolean exists(String playerId) {
        var key = Map.of("pk", AttributeValue.fromS(playerId), "sk", AttributeValue.fromS(PLAYER));
        return dynamoDb.getItem(request -> request.tableName(players).key(key).consistentRead(true))
                .hasItem();
    }

    @Override
    public Creation create(NewPlayer player) {
        var identity = IdentityItem.of(player.identity());
        var profile = Map.of(
                "pk",
                AttributeValue.fromS(player.identity().playerId()),
                "sk",
                AttributeValue.fromS(PLAYER),
                "createdAt",
                AttributeValue.fromS(player.at().toString()),
                IdentityItem.LIST,
                IdentityItem.list(player.identity(), player.at()));
        try {
            // The token is the command's: the same transaction sent again after a lost reply succeeds without a second
            // write.
            dynamoDb.transactWriteItems(request -> request.clientRequestToken(
                            player.start().command().text())
                    .transactItems(put(absent(identity)), put(absent(profile)), put(liveWrites.first(player.start()))));
            return Creation.CREATED;
        } catch (TransactionCanceledException cancelled) {
            if (Cancellation.of(cancelled).overtaken()) {
                return Creation.OVERTAKEN;
            }
            throw cancelled;
        }
    }

    private Put absent(Map<String, AttributeValue> item) {
        return Put.builder()
                .tableName(players)
                .item(item)
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", "pk"))
                .build();
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
