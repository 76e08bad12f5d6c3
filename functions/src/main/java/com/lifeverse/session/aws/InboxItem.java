package com.lifeverse.session.aws;

import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxMessage.Content;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A message's form in the players table:
 *
 * <pre>
 * pk ply_...   sk inbox#msg_...   kind grant|message, sentAt, source, ttl; grantId, item, amount | message
 * </pre>
 */
final class InboxItem {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String PREFIX = "inbox#";

    private InboxItem() {}

    static Map<String, AttributeValue> key(String playerId, String messageId) {
        return Map.of(PARTITION, AttributeValue.fromS(playerId), SORT, AttributeValue.fromS(PREFIX + messageId));
    }

    // Sorted, so that the same message always has the same text.
    static Map<String, AttributeValue> write(InboxMessage message, Instant expiresAt) {
        var item = new TreeMap<>(key(message.playerId(), message.id()));
        item.put("sentAt", AttributeValue.fromS(message.sentAt().toString()));
        item.put("source", AttributeValue.fromS(message.source()));
        item.put("ttl", LiveItem.sweep(expiresAt));
        switch (message.content()) {
            case Content.Grant(var grantId, var what, var amount) -> {
                item.put("kind", AttributeValue.fromS("grant"));
                item.put("grantId", AttributeValue.fromS(grantId));
                item.put("item", AttributeValue.fromS(what));
                item.put("amount", LiveItem.number(amount));
            }
            case Content.Text(var text) -> {
                item.put("kind", AttributeValue.fromS("message"));
                item.put("message", AttributeValue.fromS(text));
            }
        }
        return item;
    }

    static InboxMessage read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var content = item.text("kind").equals("grant")
                ? new Content.Grant(item.text("grantId"), item.text("item"), item.number("amount"))
                : new Content.Text(item.text("message"));
        return new InboxMessage(
                item.text(SORT).substring(PREFIX.length()),
                item.text(PARTITION),
                Instant.parse(item.text("sentAt")),
                item.text("source"),
                content);
    }
}
