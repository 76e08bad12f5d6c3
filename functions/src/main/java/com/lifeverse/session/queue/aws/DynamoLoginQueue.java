package com.lifeverse.session.queue.aws;

import com.lifeverse.platform.aws.BatchReads;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.LoginQueue;
import com.lifeverse.session.queue.Mark;
import com.lifeverse.session.queue.NowServing;
import com.lifeverse.session.queue.Ticket;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The login queue in a table of its own, swept of what nobody waits for any more:
 *
 * <pre>
 * pk came#LANE          sk came      n: the last number taken
 * pk serving            sk serving   how far the queue has come, see {@link ServingItem}
 * pk held#HOLDER        sk held      ticket, ttl
 * pk used#LANE          sk NUMBER    by: the attempt that used it; uses: how often; turned: when there was no room; ttl
 * </pre>
 *
 * A lane gives as many numbers a second as one item takes writes, 1,000; who comes beyond that is asked to come again.
 */
public final class DynamoLoginQueue implements LoginQueue {
    private static final Map<String, AttributeValue> SERVING = key("serving", "serving");
    private static final String TICKET = "ticket";
    private static final String COUNT = "n";
    private static final String TTL = "ttl";

    private final DynamoDbClient dynamoDb;
    private final BatchReads reads;
    private final TicketMarks marks;
    private final String table;

    public DynamoLoginQueue(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.reads = new BatchReads(dynamoDb, table);
        this.marks = new TicketMarks(dynamoDb, table);
        this.table = table;
    }

    @Override
    public long take(Lane lane) {
        var answer = dynamoDb.updateItem(request -> request.tableName(table)
                .key(came(lane))
                .updateExpression("ADD #n :one")
                .expressionAttributeNames(Map.of("#n", COUNT))
                .expressionAttributeValues(Map.of(":one", ServingItem.number(1)))
                .returnValues(ReturnValue.UPDATED_NEW));
        return new Attributes(answer.attributes()).number(COUNT);
    }

    @Override
    public Map<Lane, Long> taken() {
        var keys = Arrays.stream(Lane.values()).map(DynamoLoginQueue::came).toList();
        var found = new HashMap<String, Long>();
        reads.read(keys, true).stream()
                .map(Attributes::new)
                .forEach(item -> found.put(item.text("pk"), item.number(COUNT)));
        var taken = new EnumMap<Lane, Long>(Lane.class);
        for (var lane : Lane.values()) {
            taken.put(lane, found.getOrDefault("came#" + lane.code(), 0L));
        }
        return taken;
    }

    @Override
    public Optional<NowServing> read() {
        var item = dynamoDb.getItem(
                        request -> request.tableName(table).key(SERVING).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(ServingItem.read(item));
    }

    @Override
    public boolean move(Optional<NowServing> before, NowServing after) {
        var item = new HashMap<>(SERVING);
        item.putAll(ServingItem.of(after));
        try {
            dynamoDb.putItem(request -> {
                request.tableName(table).item(item);
                if (before.isPresent()) {
                    request.conditionExpression("#tick = :tick AND #room = :room AND #turned = :turned")
                            .expressionAttributeNames(Map.of(
                                    "#tick", ServingItem.TICK,
                                    "#room", ServingItem.ROOM,
                                    "#turned", ServingItem.TURNED))
                            .expressionAttributeValues(Map.of(
                                    ":tick", ServingItem.number(before.get().tick()),
                                    ":room",
                                            ServingItem.number(
                                                    before.get().door().room()),
                                    ":turned",
                                            ServingItem.number(
                                                    before.get().door().turned())));
                } else {
                    request.conditionExpression("attribute_not_exists(#tick)")
                            .expressionAttributeNames(Map.of("#tick", ServingItem.TICK));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Somebody else moved it on, or came in: an answer, not a failure.
            return false;
        }
    }

    @Override
    public Step walkIn(long second) {
        return step(DoorWrites.walkIn(second), second);
    }

    @Override
    public Step enter(Ticket ticket, NowServing seen) {
        return step(DoorWrites.enter(ticket, seen), seen.tick());
    }

    private Step step(UpdateItemRequest write, long second) {
        try {
            dynamoDb.updateItem(write.toBuilder().tableName(table).key(SERVING).build());
            return Step.IN;
        } catch (ConditionalCheckFailedException shut) {
            return !shut.item().isEmpty() && ServingItem.read(shut.item()).tick() == second
                    ? Step.FULL
                    : Step.ELSEWHERE;
        }
    }

    @Override
    public void turnedAway(long second) {
        try {
            dynamoDb.updateItem(DoorWrites.turnedAway(second).toBuilder()
                    .tableName(table)
                    .key(SERVING)
                    .build());
        } catch (ConditionalCheckFailedException _) {
            // The next second has begun already; who was turned away will be counted in it if it is full too.
        }
    }

    @Override
    public Optional<Ticket> held(String holder) {
        var item = dynamoDb.getItem(
                        request -> request.tableName(table).key(heldKey(holder)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Ticket.of(new Attributes(item).text(TICKET));
    }

    @Override
    public boolean hold(Ticket ticket, Optional<Ticket> before, Instant until) {
        var item = new HashMap<>(heldKey(ticket.holder()));
        item.put(TICKET, AttributeValue.fromS(ticket.text()));
        item.put(TTL, ServingItem.number(until.getEpochSecond()));
        try {
            dynamoDb.putItem(request -> {
                request.tableName(table).item(item);
                if (before.isPresent()) {
                    // The broom may have taken it meanwhile.
                    request.conditionExpression("attribute_not_exists(#ticket) OR #ticket IN (:before, :mine)")
                            .expressionAttributeNames(Map.of("#ticket", TICKET))
                            .expressionAttributeValues(Map.of(
                                    ":before", AttributeValue.fromS(before.get().text()),
                                    ":mine", AttributeValue.fromS(ticket.text())));
                } else {
                    request.conditionExpression("attribute_not_exists(#ticket) OR #ticket = :mine")
                            .expressionAttributeNames(Map.of("#ticket", TICKET))
                            .expressionAttributeValues(Map.of(":mine", AttributeValue.fromS(ticket.text())));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Another attempt of the same holder was faster: an answer, not a failure.
            return false;
        }
    }

    @Override
    public Mark mark(Ticket ticket) {
        return marks.read(ticket);
    }

    @Override
    public boolean use(Ticket ticket, String by, int uses, Instant until) {
        return marks.use(ticket, by, uses, until);
    }

    @Override
    public boolean giveBack(Ticket ticket, String by, long second) {
        return marks.giveBack(ticket, by, second);
    }

    private static Map<String, AttributeValue> came(Lane lane) {
        return key("came#" + lane.code(), "came");
    }

    private static Map<String, AttributeValue> heldKey(String holder) {
        return key("held#" + holder, "held");
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }
}
