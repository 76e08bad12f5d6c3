package com.lifeverse.local.simulate;

import static com.lifeverse.local.simulate.Tampering.dynamo;

import com.lifeverse.local.simulate.reward.Rewards;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What live events promise is broken on purpose, behind the functions' back, and the scenario has to notice. */
@Tag("stack")
final class BrokenRewardsTest {
    @Test
    void aHappeningThatMayBeCountedAgainIsNoticed() {
        noticed(
                "counted-once",
                request -> puts(
                        request,
                        "mark#",
                        put -> put.toBuilder().conditionExpression(null).build()));
    }

    @Test
    void aClaimThatAsksForNothingIsNoticed() {
        noticed("granted-is-what-is-claimed", request -> {
            if (request instanceof PutItemRequest put && key(put.item(), "pk").startsWith("part#")) {
                var item = new LinkedHashMap<>(put.item());
                item.remove("out");
                return put.toBuilder().item(item).build();
            }
            return request;
        });
    }

    @Test
    void aGrantUnderAnotherNameEachTimeIsNoticed() {
        var number = new int[1];
        noticed("granted-is-what-is-claimed", request -> {
            if (request instanceof PutItemRequest put && key(put.item(), "sk").startsWith("grant#live-event/")) {
                var item = new LinkedHashMap<>(put.item());
                item.put("sk", AttributeValue.fromS(key(item, "sk") + "#" + number[0]++));
                return put.toBuilder().item(item).build();
            }
            return request;
        });
    }

    private static void noticed(String invariant, UnaryOperator<Object> tampering) {
        Tampering.noticed(Theatre.of(new Rewards()), invariant, dynamo(tampering));
    }

    private static Object puts(Object request, String prefix, UnaryOperator<Put> tampering) {
        if (!(request instanceof TransactWriteItemsRequest write)) {
            return request;
        }
        return write.toBuilder()
                .transactItems(write.transactItems().stream()
                        .map(item -> item.put() != null
                                        && key(item.put().item(), "pk").startsWith(prefix)
                                ? item.toBuilder()
                                        .put(tampering.apply(item.put()))
                                        .build()
                                : item)
                        .toList())
                .build();
    }

    private static String key(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }
}
