package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.LocalStack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The tables in the end: what was granted, and what lies in the inboxes.
 *
 * @param grants every entry of the ledger
 * @param messages every message of every inbox
 */
record Ledger(List<Grant> grants, List<Message> messages) {
    /** An entry of the ledger; the key says what it is for. */
    record Grant(String playerId, String key, String id) {}

    /**
     * A message.
     *
     * @param grantId empty if it is a text
     */
    record Message(String playerId, String id, String grantId) {
        boolean isText() {
            return grantId.isEmpty();
        }
    }

    private static final String GRANT = "grant#";
    private static final String INBOX = "inbox#";

    static Ledger of(LocalStack stack) {
        var grants = items(stack, "TriggersTable").stream()
                .filter(item -> text(item, "sk").startsWith(GRANT))
                .map(item -> new Grant(text(item, "playerId"), text(item, "sk"), text(item, "grantId")))
                .toList();
        var messages = items(stack, "PlayersTable").stream()
                .filter(item -> text(item, "sk").startsWith(INBOX))
                .map(item -> new Message(
                        text(item, "pk"), text(item, "sk").substring(INBOX.length()), text(item, "grantId")))
                .sorted(Comparator.comparing(Message::id))
                .toList();
        return new Ledger(grants, messages);
    }

    List<Message> inbox(String playerId) {
        return messages.stream()
                .filter(message -> message.playerId().equals(playerId))
                .toList();
    }

    private static List<Map<String, AttributeValue>> items(LocalStack stack, String table) {
        return stack.tables().scanPaginator(scan -> scan.tableName(stack.ref(table))).items().stream()
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }
}
