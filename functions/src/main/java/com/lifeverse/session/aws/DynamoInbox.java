package com.lifeverse.session.aws;

import com.lifeverse.session.inbox.Inbox;
import com.lifeverse.session.inbox.Inbox.Delivery;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxNotice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The inboxes in the players table, a message an item; see {@link InboxItem}. */
public final class DynamoInbox implements Inbox {
    private static final int ATTEMPTS = 5;
    private static final int MESSAGE = 0;
    private static final int LIVE = 1;

    private final DynamoDbClient dynamoDb;
    private final String players;
    private final LiveWrites liveWrites;

    public DynamoInbox(DynamoDbClient dynamoDb, String playersTable, String liveTable) {
        this.dynamoDb = dynamoDb;
        this.players = playersTable;
        this.liveWrites = new LiveWrites(liveTable);
    }

    @Override
    public Delivery deliver(InboxMessage message, Instant expiresAt) {
        var item = InboxItem.write(message, expiresAt);
        // Whether the player is online can change between one try and the next, so each says what it relies on.
        boolean online = true;
        for (int attempt = 1; ; attempt++) {
            try {
                put(item, online ? announcing(message) : whileAway(message.playerId()));
                return online ? Delivery.ANNOUNCED : Delivery.KEPT;
            } catch (TransactionCanceledException cancelled) {
                var reasons = Cancellation.of(cancelled);
                if (reasons.conditionFailed(MESSAGE)) {
                    return Delivery.ALREADY_THERE;
                }
                boolean turned = reasons.conditionFailed(LIVE);
                if (!(turned || reasons.conflicting()) || attempt == ATTEMPTS) {
                    throw cancelled;
                }
                online ^= turned;
            }
        }
    }

    /** The message, if it is not there yet, together with what is to be so of its player's live item. */
    private void put(Map<String, AttributeValue> item, TransactWriteItem live) {
        var put = Put.builder()
                .tableName(players)
                .item(item)
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", InboxItem.PARTITION))
                .build();
        // The SDK gives each call a token of its own, so what it sends again after a lost reply is not done twice; what
        // the queue brings again meets the condition.
        dynamoDb.transactWriteItems(request ->
                request.transactItems(TransactWriteItem.builder().put(put).build(), live));
    }

    private TransactWriteItem announcing(InboxMessage message) {
        return TransactWriteItem.builder()
                .update(liveWrites.announce(message.playerId(), InboxNotice.of(message)))
                .build();
    }

    /** Without this a player who signs in just now would have the message, and never hear of it. */
    private TransactWriteItem whileAway(String playerId) {
        return TransactWriteItem.builder()
                .conditionCheck(liveWrites.away(playerId))
                .build();
    }

    @Override
    public List<InboxMessage> newest(String playerId, Optional<String> before, int count) {
        var request = QueryRequest.builder()
                .tableName(players)
                .keyConditionExpression("#pk = :player AND begins_with(#sk, :inbox)")
                .expressionAttributeNames(Map.of("#pk", InboxItem.PARTITION, "#sk", InboxItem.SORT))
                .expressionAttributeValues(Map.of(
                        ":player", AttributeValue.fromS(playerId), ":inbox", AttributeValue.fromS(InboxItem.PREFIX)))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(count);
        before.ifPresent(message -> request.exclusiveStartKey(InboxItem.key(playerId, message)));
        return dynamoDb.query(request.build()).items().stream()
                .map(InboxItem::read)
                .toList();
    }
}
