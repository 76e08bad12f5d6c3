package com.lifeverse.session.queue.aws;

import com.lifeverse.session.queue.NowServing;
import com.lifeverse.session.queue.Ticket;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The writes that count who comes in, each one conditional update of the queue's one item. */
final class DoorWrites {
    private static final AttributeValue ONE = ServingItem.number(1);
    private static final AttributeValue NONE = ServingItem.number(0);

    private DoorWrites() {}

    static UpdateItemRequest walkIn(long second) {
        return counting("#free = #free - :one", Map.of("#free", ServingItem.FREE))
                .conditionExpression("#tick >= :second AND #room > :none AND #free > :none")
                .expressionAttributeValues(Map.of(":one", ONE, ":none", NONE, ":second", ServingItem.number(second)))
                .build();
    }

    static UpdateItemRequest enter(Ticket ticket, NowServing seen) {
        // Whose turn has been over for long owes nothing any more: they were turned away, and are let in now.
        var owing = seen.isOwed(ticket) ? ServingItem.OWED : ServingItem.LATE;
        var write = seen.isOver(ticket)
                ? counting("", Map.of())
                : counting("#owing = #owing - :one", Map.of("#owing", owing));
        return write.conditionExpression("#tick = :second AND #room > :none")
                .expressionAttributeValues(
                        Map.of(":one", ONE, ":none", NONE, ":second", ServingItem.number(seen.tick())))
                .build();
    }

    static UpdateItemRequest turnedAway(long second) {
        return UpdateItemRequest.builder()
                .updateExpression("SET #turned = #turned + :one")
                .conditionExpression("#tick = :second")
                .expressionAttributeNames(Map.of("#turned", ServingItem.TURNED, "#tick", ServingItem.TICK))
                .expressionAttributeValues(Map.of(":one", ONE, ":second", ServingItem.number(second)))
                .build();
    }

    private static UpdateItemRequest.Builder counting(String more, Map<String, String> moreNames) {
        var names = new HashMap<>(Map.of(
                "#tick", ServingItem.TICK,
                "#room", ServingItem.ROOM,
                "#since", ServingItem.SINCE));
        names.putAll(moreNames);
        return UpdateItemRequest.builder()
                .updateExpression(
                        "SET #room = #room - :one, #since = #since + :one" + (more.isEmpty() ? "" : ", " + more))
                .expressionAttributeNames(names)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }
}
