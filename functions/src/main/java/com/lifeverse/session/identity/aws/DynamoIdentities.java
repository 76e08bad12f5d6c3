package com.lifeverse.session.identity.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.aws.IdentityItem;
import com.lifeverse.session.identity.Identities;
import com.lifeverse.session.identity.Identities.Linking;
import com.lifeverse.session.identity.Identities.Unlinking;
import com.lifeverse.session.signin.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Identities in the players table, see {@link IdentityItem}. */
public final class DynamoIdentities implements Identities {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoIdentities(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public Linking link(Identity identity, Instant now) {
        var put = Put.builder()
                .tableName(table)
                .item(IdentityItem.of(identity))
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", "pk"))
                .build();
        var list = Update.builder()
                .tableName(table)
                .key(player(identity.playerId()))
                .updateExpression("SET #list.#id = :entry")
                .conditionExpression("attribute_exists(#list)")
                .expressionAttributeNames(Map.of("#list", IdentityItem.LIST, "#id", identity.id()))
                .expressionAttributeValues(Map.of(":entry", IdentityItem.entry(identity, now)))
                .build();
        return both(TransactWriteItem.builder().put(put).build(), list) ? Linking.LINKED : Linking.TAKEN;
    }

    @Override
    public List<Linked> of(String playerId) {
        return list(playerId).entrySet().stream()
                .map(entry -> {
                    var each = new Attributes(entry.getValue().m());
                    return new Linked(entry.getKey(), each.text("kind"), Instant.parse(each.text("since")));
                })
                .toList();
    }

    @Override
    public Unlinking unlink(String playerId, String id) {
        var list = list(playerId);
        var entry = list.get(id);
        if (entry == null) {
            return Unlinking.NOT_FOUND;
        }
        if (list.size() == 1) {
            return Unlinking.LAST;
        }
        var delete = Delete.builder()
                .tableName(table)
                .key(IdentityItem.key(new Attributes(entry.m()).text("key")))
                .conditionExpression("#player = :player")
                .expressionAttributeNames(Map.of("#player", "playerId"))
                .expressionAttributeValues(Map.of(":player", AttributeValue.fromS(playerId)))
                .build();
        var update = Update.builder()
                .tableName(table)
                .key(player(playerId))
                .updateExpression("REMOVE #list.#id")
                .conditionExpression("attribute_exists(#list.#id) AND size(#list) > :one")
                .expressionAttributeNames(Map.of("#list", IdentityItem.LIST, "#id", id))
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                .build();
        return both(TransactWriteItem.builder().delete(delete).build(), update)
                ? Unlinking.UNLINKED
                : unlink(playerId, id);
    }

    private Map<String, AttributeValue> list(String playerId) {
        var item = dynamoDb.getItem(request ->
                        request.tableName(table).key(player(playerId)).consistentRead(true))
                .item();
        return item.getOrDefault(IdentityItem.LIST, AttributeValue.fromM(Map.of()))
                .m();
    }

    /** Both or neither; false if a condition did not hold. */
    private boolean both(TransactWriteItem first, Update second) {
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(
                    first, TransactWriteItem.builder().update(second).build()));
            return true;
        } catch (TransactionCanceledException cancelled) {
            boolean refused = cancelled.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
            if (refused) {
                return false;
            }
            throw cancelled;
        }
    }

    private static Map<String, AttributeValue> player(String playerId) {
        return Map.of("pk", AttributeValue.fromS(playerId), "sk", AttributeValue.fromS("player"));
    }
}
