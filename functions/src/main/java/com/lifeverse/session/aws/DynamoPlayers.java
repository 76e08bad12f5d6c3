package com.lifeverse.session.aws;

import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.NewPlayer;
import com.lifeverse.session.signin.Players;
import com.lifeverse.session.signin.Players.Creation;
import com.lifeverse.session.signin.SecretHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Players and identities in the players table:
 *
 * <pre>
 * pk identity#device#HASH  sk identity   playerId, salt, hash
 * pk ply_...               sk player     createdAt
 * </pre>
 */
public final class DynamoPlayers implements Players {
    private static final String IDENTITY = "identity";
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
                request -> request.tableName(players).key(identityKey(key)).consistentRead(true));
        return answer.hasItem() ? Optional.of(read(key, answer.item())) : Optional.empty();
    }

    @Override
    public boolean exists(String playerId) {
        var key = Map.of("pk", AttributeValue.fromS(playerId), "sk", AttributeValue.fromS(PLAYER));
        return dynamoDb.getItem(request -> request.tableName(players).key(key).consistentRead(true))
                .hasItem();
    }

    @Override
    public Creation create(NewPlayer player) {
        var identity = new HashMap<>(identityKey(player.identity().key()));
        identity.put("playerId", AttributeValue.fromS(player.identity().playerId()));
        identity.put("salt", AttributeValue.fromS(player.identity().secret().salt()));
        identity.put("hash", AttributeValue.fromS(player.identity().secret().hash()));
        var profile = Map.of(
                "pk", AttributeValue.fromS(player.identity().playerId()),
                "sk", AttributeValue.fromS(PLAYER),
                "createdAt", AttributeValue.fromS(player.at().toString()));
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

    private static Map<String, AttributeValue> identityKey(String key) {
        return Map.of("pk", AttributeValue.fromS(IDENTITY + "#" + key), "sk", AttributeValue.fromS(IDENTITY));
    }

    private static Identity read(String key, Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new Identity(key, item.text("playerId"), new SecretHash(item.text("salt"), item.text("hash")));
    }
}
