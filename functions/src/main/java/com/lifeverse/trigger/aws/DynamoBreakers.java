package com.lifeverse.trigger.aws;

import com.lifeverse.trigger.Breakers;
import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Breaker.State;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.Burn.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Breakers in the table of triggers, beside what all players share: an item that says how one stands, read at most every so often, and one
 * for each long stretch, in which what was spent is added up. A process tells what it has spent when that comes to a tenth of what a short
 * stretch may have, or every so often: so it is no write for each firing, and one that ends keeps little to itself.
 */
public final class DynamoBreakers implements Breakers {
    private static final int LUMPS = 10;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String BREAKER = "breaker";

    private record Look(Breaker breaker, Instant at) {}

    private record Stretch(String trigger, long closings, Instant start, int part) {}

    private record Known(long pending, Spent spent, Instant at) {}

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Duration life;
    private final Map<String, Look> looks = new HashMap<>();
    private final Map<String, Stretch> stretches = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();

    /** Knows breakers as they were so long ago at most. */
    public DynamoBreakers(DynamoDbClient dynamoDb, String table, Duration life) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.life = life;
    }

    @Override
    public synchronized Breaker of(String trigger, Instant now) {
        var last = Optional.ofNullable(looks.get(trigger))
                .filter(look -> now.isBefore(look.at().plus(life)) && !now.isBefore(look.at()));
        if (last.isPresent()) {
            return last.get().breaker();
        }
        var item = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(trigger, BREAKER)).consistentRead(true))
                .item();
        var breaker = item.isEmpty() ? Breaker.NEW : read(item);
        looks.put(trigger, new Look(breaker, now));
        return breaker;
    }

    @Override
    public synchronized Spent spend(String trigger, Burn burn, Breaker breaker, long amount, Instant now) {
        var stretch = new Stretch(trigger, breaker.closings(), burn.start(now), burn.part(now));
        // What was spent in another stretch and not told is forgotten with it.
        if (!stretch.equals(stretches.put(trigger, stretch))) {
            known.remove(trigger);
        }
        var before = known.getOrDefault(trigger, new Known(0, new Spent(0, 0), Instant.EPOCH));
        long pending = before.pending() + amount;
        var after =
                pending >= burn.fastMost() / LUMPS || !now.isBefore(before.at().plus(life))
                        ? new Known(0, add(stretch, burn, pending), now)
                        : new Known(pending, before.spent(), before.at());
        known.put(trigger, after);
        return new Spent(after.spent().slow() + after.pending(), after.spent().fast() + after.pending());
    }

    // Told twice because its answer was lost, it counts twice: a breaker may open a little early by that.
    private Spent add(Stretch stretch, Burn burn, long amount) {
        var item = dynamoDb.updateItem(update -> update.tableName(table)
                        .key(key(stretch.trigger(), "burn#%d#%s".formatted(stretch.closings(), stretch.start())))
                        .updateExpression("ADD #part :amount SET #ttl = :ttl")
                        .expressionAttributeNames(Map.of("#part", part(stretch.part()), "#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":amount", StateItem.number(amount),
                                ":ttl",
                                        StateItem.number(stretch.start()
                                                .plus(burn.slow())
                                                .plus(KEPT)
                                                .getEpochSecond())))
                        .returnValues(ReturnValue.ALL_NEW))
                .attributes();
        long slow = 0;
        for (int part = 0; part < Burn.PARTS; part++) {
            slow += count(item, part(part));
        }
        return new Spent(slow, count(item, part(stretch.part())));
    }

    @Override
    public synchronized boolean put(String trigger, Breaker before, Breaker after) {
        looks.remove(trigger);
        var item = new HashMap<>(key(trigger, BREAKER));
        item.put("state", AttributeValue.fromS(after.state().name().toLowerCase(Locale.ROOT)));
        item.put("since", AttributeValue.fromS(after.since().toString()));
        item.put("closings", StateItem.number(after.closings()));
        item.put("by", AttributeValue.fromS(after.by()));
        item.put("note", AttributeValue.fromS(after.note()));
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(playerId) OR (#state = :state AND closings = :closings)")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(
                            ":state", AttributeValue.fromS(before.state().name().toLowerCase(Locale.ROOT)),
                            ":closings", StateItem.number(before.closings()))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Another process has seen the same, or somebody has closed it meanwhile.
            return false;
        }
    }

    private static Breaker read(Map<String, AttributeValue> item) {
        return new Breaker(
                State.valueOf(text(item, "state").toUpperCase(Locale.ROOT)),
                Instant.parse(text(item, "since")),
                count(item, "closings"),
                text(item, "by"),
                text(item, "note"));
    }

    private static String part(int number) {
        return "part" + number;
    }

    private static Map<String, AttributeValue> key(String trigger, String sort) {
        return Map.of("playerId", AttributeValue.fromS("pool#" + trigger), "sk", AttributeValue.fromS(sort));
    }

    private static long count(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow();
    }
}
