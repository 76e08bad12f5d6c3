package com.lifeverse.session.queue.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.LoginQueue;
import com.lifeverse.session.queue.NowServing;
import com.lifeverse.session.queue.Ticket;
import com.lifeverse.session.queue.Turnstile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The login queue in a table of its own, swept of what nobody waits for any more:
 *
 * <pre>
 * pk came#LANE          sk SECOND    n: how many came, ttl
 * pk serving            sk serving   tick; by lane: its last place, as SECOND|NUMBER; left, since, before; players and at of a count
 * pk held#HOLDER        sk held      ticket, ttl
 * pk used#LANE          sk PLACE     by: the attempt that used it, ttl
 * </pre>
 *
 * A lane takes as many places a second as one partition takes writes, 1,000; who comes beyond that is asked to come again.
 */
public final class DynamoLoginQueue implements LoginQueue {
    private static final Map<String, AttributeValue> SERVING = key("serving", "serving");
    private static final String TICKET = "ticket";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoLoginQueue(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public long take(Lane lane, long bucket) {
        var answer = dynamoDb.updateItem(request -> request.tableName(table)
                .key(key("came#" + lane.code(), second(bucket)))
                .updateExpression("ADD #n :one SET #ttl = :ttl")
                .expressionAttributeNames(Map.of("#n", "n", "#ttl", "ttl"))
                .expressionAttributeValues(Map.of(
                        ":one", number(1),
                        ":ttl",
                                number(bucket
                                        + Turnstile.HORIZON.multipliedBy(2).toSeconds())))
                .returnValues(ReturnValue.UPDATED_NEW));
        return new Attributes(answer.attributes()).number("n");
    }

    @Override
    public SortedMap<Long, Long> came(Lane lane, long from, long until) {
        var came = new TreeMap<Long, Long>();
        if (from >= until) {
            return came;
        }
        dynamoDb.query(request -> request.tableName(table)
                        .keyConditionExpression("#pk = :pk AND #sk BETWEEN :from AND :until")
                        .expressionAttributeNames(Map.of("#pk", "pk", "#sk", "sk"))
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("came#" + lane.code()),
                                ":from", AttributeValue.fromS(second(from)),
                                ":until", AttributeValue.fromS(second(until - 1))))
                        .consistentRead(true))
                .items()
                .forEach(item ->
                        came.put(Long.parseLong(new Attributes(item).text("sk")), new Attributes(item).number("n")));
        return came;
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
                    request.conditionExpression("#tick = :tick AND #left = :left")
                            .expressionAttributeNames(Map.of("#tick", ServingItem.TICK, "#left", ServingItem.LEFT))
                            .expressionAttributeValues(Map.of(
                                    ":tick", number(before.get().tick()),
                                    ":left", number(before.get().left())));
                } else {
                    request.conditionExpression("attribute_not_exists(#tick)")
                            .expressionAttributeNames(Map.of("#tick", ServingItem.TICK));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Somebody else moved it on: an answer, not a failure.
            return false;
        }
    }

    @Override
    public WalkIn walkIn(long second) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(SERVING)
                    .updateExpression("SET #left = #left - :one, #since = #since + :one")
                    .conditionExpression("#tick = :second AND #left > :none")
                    .expressionAttributeNames(
                            Map.of("#tick", ServingItem.TICK, "#left", ServingItem.LEFT, "#since", ServingItem.SINCE))
                    .expressionAttributeValues(Map.of(":one", number(1), ":none", number(0), ":second", number(second)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return WalkIn.IN;
        } catch (ConditionalCheckFailedException full) {
            return !full.item().isEmpty() && ServingItem.read(full.item()).tick() >= second
                    ? WalkIn.FULL
                    : WalkIn.NOT_YET;
        }
    }

    @Override
    public Optional<Ticket> held(String holder) {
        var item = dynamoDb.getItem(request -> request.tableName(table)
                        .key(key("held#" + holder, "held"))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Ticket.of(new Attributes(item).text(TICKET));
    }

    @Override
    public boolean hold(Ticket ticket, Optional<Ticket> before, Instant until) {
        var item = new HashMap<>(key("held#" + ticket.holder(), "held"));
        item.put(TICKET, AttributeValue.fromS(ticket.text()));
        item.put("ttl", number(until.getEpochSecond()));
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
    public boolean used(Ticket ticket) {
        return dynamoDb.getItem(
                        request -> request.tableName(table).key(usedKey(ticket)).consistentRead(true))
                .hasItem();
    }

    @Override
    public boolean use(Ticket ticket, String by, Instant until) {
        var item = new HashMap<>(usedKey(ticket));
        item.put("by", AttributeValue.fromS(by));
        item.put("ttl", number(until.getEpochSecond()));
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#pk) OR #by = :by")
                    .expressionAttributeNames(Map.of("#pk", "pk", "#by", "by"))
                    .expressionAttributeValues(Map.of(":by", AttributeValue.fromS(by))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Somebody used it: an answer, not a failure.
            return false;
        }
    }

    private static Map<String, AttributeValue> usedKey(Ticket ticket) {
        return key(
                "used#" + ticket.lane().code(),
                ticket.place().bucket() + "|" + ticket.place().number());
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    /** Ten digits, so that texts sort as the seconds do. */
    private static String second(long bucket) {
        return String.format(Locale.ROOT, "%010d", bucket);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
