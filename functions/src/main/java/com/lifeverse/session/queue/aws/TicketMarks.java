package com.lifeverse.session.queue.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.queue.Mark;
import com.lifeverse.session.queue.Ticket;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** What the queue's table remembers of tickets that were brought to the door, see {@link DynamoLoginQueue}. */
final class TicketMarks {
    private static final String BY = "by";
    private static final String USES = "uses";
    private static final String TURNED = "turned";
    private static final String TTL = "ttl";

    private final DynamoDbClient dynamoDb;
    private final String table;

    TicketMarks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Mark read(Ticket ticket) {
        var item = new Attributes(dynamoDb.getItem(
                        request -> request.tableName(table).key(key(ticket)).consistentRead(true))
                .item());
        return new Mark(item.optionalText(BY), item.has(TURNED) ? Optional.of(item.number(TURNED)) : Optional.empty());
    }

    boolean use(Ticket ticket, String by, int uses, Instant until) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(ticket))
                    .updateExpression("SET #by = :by, #uses = if_not_exists(#uses, :none) + :one, #ttl = :ttl")
                    .conditionExpression("attribute_not_exists(#by) OR (#by = :by AND #uses < :most)")
                    .expressionAttributeNames(Map.of("#by", BY, "#uses", USES, "#ttl", TTL))
                    .expressionAttributeValues(Map.of(
                            ":by", AttributeValue.fromS(by),
                            ":none", ServingItem.number(0),
                            ":one", ServingItem.number(1),
                            ":most", ServingItem.number(uses),
                            ":ttl", ServingItem.number(until.getEpochSecond()))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Somebody used it: an answer, not a failure.
            return false;
        }
    }

    boolean giveBack(Ticket ticket, String by, long second) {
        try {
            var before = dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(ticket))
                    .updateExpression("SET #turned = :second REMOVE #by, #uses")
                    .conditionExpression("#by = :by")
                    .expressionAttributeNames(Map.of("#by", BY, "#uses", USES, "#turned", TURNED))
                    .expressionAttributeValues(
                            Map.of(":by", AttributeValue.fromS(by), ":second", ServingItem.number(second)))
                    .returnValues(ReturnValue.ALL_OLD));
            var old = new Attributes(before.attributes());
            return !old.has(TURNED) || old.number(TURNED) != second;
        } catch (ConditionalCheckFailedException _) {
            // The same attempt, come twice at once, has given it back: an answer, not a failure.
            return false;
        }
    }

    private static Map<String, AttributeValue> key(Ticket ticket) {
        return Map.of(
                "pk",
                AttributeValue.fromS("used#" + ticket.lane().code()),
                "sk",
                AttributeValue.fromS(Long.toString(ticket.number())));
    }
}
