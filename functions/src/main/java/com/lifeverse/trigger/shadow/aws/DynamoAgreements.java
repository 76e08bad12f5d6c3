package com.lifeverse.trigger.shadow.aws;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.Comparison.Verdict;
import com.lifeverse.trigger.shadow.Agreement;
import com.lifeverse.trigger.shadow.Agreements;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Agreement in the table of triggers, an item for each version: counts, and in ten places events on which the two were not of one mind, a new
 * one instead of an old. A write is two units for each version, however many events it is about. Kept for 90 days behind the last one.
 */
public final class DynamoAgreements implements Agreements {
    private static final int PLACES = 10;
    private static final String PLACE = "differs";
    private static final Duration KEPT = Duration.ofDays(90);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final InstantSource clock;

    public DynamoAgreements(DynamoDbClient dynamoDb, String table, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void add(Map<Shadow, Agreement> compared, String command) {
        var updates = compared.entrySet().stream()
                .map(each -> TransactWriteItem.builder()
                        .update(update(each.getKey(), each.getValue()))
                        .build())
                .toList();
        dynamoDb.transactWriteItems(write -> write.transactItems(updates).clientRequestToken(command));
    }

    private Update update(Shadow shadow, Agreement agreement) {
        var names = new HashMap<>(Map.of("#ttl", "ttl"));
        var values = new HashMap<>(Map.of(
                ":ttl", number(clock.instant().plus(KEPT).getEpochSecond()),
                ":both", number(agreement.both()),
                ":live", number(agreement.onlyLive()),
                ":shadow", number(agreement.onlyShadow())));
        var set = new ArrayList<>(List.of("#ttl = :ttl"));
        var places = new HashMap<Long, Comparison>();
        agreement
                .differing()
                .forEach(each -> places.put(Math.floorMod(NameBasedId.bits(each.event()), (long) PLACES), each));
        places.forEach((place, each) -> {
            names.put("#p" + place, PLACE + place);
            values.put(":p" + place, AttributeValue.fromS(each.verdict().word() + " " + each.event()));
            set.add("#p%d = :p%d".formatted(place, place));
        });
        return Update.builder()
                .tableName(table)
                .key(key(shadow))
                .updateExpression("ADD agreed :both, onlyLive :live, onlyShadow :shadow SET " + String.join(", ", set))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    @Override
    public Optional<Agreement> find(Shadow shadow) {
        var item =
                dynamoDb.getItem(get -> get.tableName(table).key(key(shadow))).item();
        if (item.isEmpty()) {
            return Optional.empty();
        }
        var differing = new ArrayList<Comparison>();
        for (int place = 0; place < PLACES; place++) {
            Optional.ofNullable(item.get(PLACE + place))
                    .map(text -> text.s().split(" ", 2))
                    .ifPresent(words -> differing.add(new Comparison(Verdict.of(words[0]), words[1])));
        }
        return Optional.of(
                new Agreement(count(item, "agreed"), count(item, "onlyLive"), count(item, "onlyShadow"), differing));
    }

    private static Map<String, AttributeValue> key(Shadow shadow) {
        return Map.of(
                "playerId", AttributeValue.fromS("agreement#" + shadow.trigger()),
                "sk", AttributeValue.fromS("version#" + shadow.version()));
    }

    private static long count(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
