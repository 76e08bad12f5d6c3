package com.lifeverse.session.aws;

import com.lifeverse.session.Sha256;
import com.lifeverse.session.inbox.Inbox;
import com.lifeverse.session.inbox.InboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
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
        for (int attempt = 1; ; attempt++) {
            try {
                announced(message, item);
                return Delivery.ANNOUNCED;
            } catch (TransactionCanceledException cancelled) {
                var reasons = Cancellation.of(cancelled);
                if (reasons.conditionFailed(MESSAGE)) {
                    return Delivery.ALREADY_THERE;
                }
                if (reasons.conditionFailed(LIVE)) {
                    return kept(item);
                }
                if (!reasons.conflicting() || attempt == ATTEMPTS) {
                    throw cancelled;
                }
            }
        }
    }

    private void announced(InboxMessage message, Map<String, AttributeValue> item) {
        var put = Put.builder()
                .tableName(players)
                .item(item)
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", InboxItem.PARTITION))
                .build();
        // A token stands for one content; with it, a transaction sent again after a lost reply announces nothing twice.
        var token = Sha256.brief(message.id(), message.playerId(), item.toString());
        dynamoDb.transactWriteItems(request -> request.clientRequestToken(token)
                .transactItems(
                        TransactWriteItem.builder().put(put).build(),
                        TransactWriteItem.builder()
                                .update(liveWrites.announce(message.playerId()))
                                .build()));
    }

    private Delivery kept(Map<String, AttributeValue> item) {
        try {
            dynamoDb.putItem(request -> request.tableName(players)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#pk)")
                    .expressionAttributeNames(Map.of("#pk", InboxItem.PARTITION)));
            return Delivery.KEPT;
        } catch (ConditionalCheckFailedException _) {
            return Delivery.ALREADY_THERE;
        }
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
