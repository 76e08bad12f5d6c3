package com.lifeverse.local.simulate;

import static com.lifeverse.local.simulate.Tampering.dynamo;

import com.lifeverse.local.simulate.fault.FaultRates;
import com.lifeverse.local.simulate.trigger.Triggers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What triggers promise is broken on purpose, behind the engine's back, and the scenario has to notice. */
@Tag("stack")
final class BrokenTriggersTest {
    @Test
    void aStateThatIsWrittenWhateverOthersWroteMeanwhileIsNoticed() {
        // Where all is slow and comes again, two engines are often at one state.
        noticed(
                Theatre.of(new Triggers()).with(FaultRates.parse("delay=0.12,duplicate=0.06,late-duplicate=0.06")),
                "written-on-the-latest",
                put -> put.toBuilder()
                        .conditionExpression(null)
                        .expressionAttributeNames(null)
                        .expressionAttributeValues(null)
                        .build());
    }

    @Test
    void aDecisionThatIsNotToldIsNoticed() {
        noticed("decided-as-the-reference-says", put -> without(put, "out"));
    }

    @Test
    void aWaitThatNobodyLooksAfterIsNoticed() {
        noticed("decided-as-the-reference-says", put -> without(put, "due"));
    }

    @Test
    void aPoolThatGivesMoreThanItHasIsNoticed() {
        Tampering.noticed(Theatre.of(new Triggers()), "no-cap-is-exceeded", Tampering.updates(":room", update -> {
            var values = new LinkedHashMap<>(update.expressionAttributeValues());
            values.remove(":room");
            return update.toBuilder()
                    .conditionExpression(null)
                    .expressionAttributeValues(values)
                    .build();
        }));
    }

    @Test
    void aGrantThatIsWrittenUnderAnotherNameEachTimeIsNoticed() {
        var number = new int[1];
        Tampering.noticed(
                Theatre.of(new Triggers()),
                "no-effect-is-doubled",
                dynamo(request ->
                        request instanceof PutItemRequest put && sort(put).startsWith("grant#")
                                ? renamed(put, sort(put) + "#" + number[0]++)
                                : request));
    }

    private static void noticed(String invariant, UnaryOperator<PutItemRequest> tampering) {
        noticed(Theatre.of(new Triggers()), invariant, tampering);
    }

    private static void noticed(Simulation simulation, String invariant, UnaryOperator<PutItemRequest> tampering) {
        Tampering.noticed(simulation, invariant, dynamo(request -> switch (request) {
            case PutItemRequest put when sort(put).startsWith("state#") -> tampering.apply(put);
            case TransactWriteItemsRequest write ->
                write.toBuilder()
                        .transactItems(write.transactItems().stream()
                                .map(each -> tampered(each, tampering))
                                .toList())
                        .build();
            default -> request;
        }));
    }

    private static TransactWriteItem tampered(TransactWriteItem item, UnaryOperator<PutItemRequest> tampering) {
        var put = item.put();
        if (put == null || !sort(put.item()).startsWith("state#")) {
            return item;
        }
        var other = tampering.apply(PutItemRequest.builder()
                .tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeNames(put.hasExpressionAttributeNames() ? put.expressionAttributeNames() : null)
                .expressionAttributeValues(put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                .build());
        return item.toBuilder()
                .put(put.toBuilder()
                        .item(other.item())
                        .conditionExpression(other.conditionExpression())
                        .expressionAttributeNames(
                                other.hasExpressionAttributeNames() ? other.expressionAttributeNames() : null)
                        .expressionAttributeValues(
                                other.hasExpressionAttributeValues() ? other.expressionAttributeValues() : null)
                        .build())
                .build();
    }

    private static PutItemRequest without(PutItemRequest put, String attribute) {
        var item = new LinkedHashMap<>(put.item());
        item.remove(attribute);
        return put.toBuilder().item(item).build();
    }

    private static PutItemRequest renamed(PutItemRequest put, String sort) {
        var item = new LinkedHashMap<>(put.item());
        item.put("sk", AttributeValue.fromS(sort));
        return put.toBuilder().item(item).build();
    }

    private static String sort(PutItemRequest put) {
        return sort(put.item());
    }

    private static String sort(Map<String, AttributeValue> item) {
        var sort = item.get("sk");
        return sort == null || sort.s() == null ? "" : sort.s();
    }
}
