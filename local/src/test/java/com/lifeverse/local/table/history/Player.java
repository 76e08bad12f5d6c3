package com.lifeverse.local.table.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** One thread's random operations over items that it shares with others, and its record of them. */
final class Player {
    /** Moments and ids, the same for all who play. */
    record Course(AtomicLong moments, AtomicInteger ids) {}

    private final DynamoDbClient client;
    private final Course course;
    private final Random random;
    private final List<Operation> made = new ArrayList<>();
    private final Map<String, List<Integer>> known = new HashMap<>();
    private Map<String, List<Integer>> reads = new HashMap<>();
    private Set<String> writes = new HashSet<>();

    Player(DynamoDbClient client, Course course, Random random) {
        this.client = client;
        this.course = course;
        this.random = random;
    }

    List<Operation> made() {
        return made;
    }

    /** Does one thing with some of {@code items}. */
    void play(List<String> items) {
        var some = some(items);
        switch (random.nextInt(6)) {
            case 0 -> record(id -> read(some.getFirst()));
            case 1 -> record(id -> readAll(some));
            case 2 -> record(id -> append(some.getFirst(), id));
            case 3 -> record(id -> appendIfKnown(some.getFirst(), id));
            case 4 -> record(id -> transact(some, id, random.nextInt(3)));
            case 5 -> record(id -> transact(some, id, some.size() - 1));
            default -> throw new IllegalStateException();
        }
    }

    private List<String> some(List<String> items) {
        var some = new ArrayList<String>();
        int count = 2 + random.nextInt(3);
        while (some.size() < count) {
            var item = items.get(random.nextInt(items.size()));
            if (!some.contains(item)) {
                some.add(item);
            }
        }
        return some;
    }

    void record(Consumer<Integer> call) {
        reads = new HashMap<>();
        writes = new HashSet<>();
        int id = course.ids().incrementAndGet();
        long invoked = course.moments().incrementAndGet();
        call.accept(id);
        made.add(new Operation(id, invoked, course.moments().incrementAndGet(), reads, writes));
    }

    private void read(String item) {
        saw(
                item,
                client.getItem(get -> get.tableName(Items.table(item))
                                .key(Items.key(item))
                                .consistentRead(true))
                        .item());
    }

    void readAll(List<String> items) {
        var gets = items.stream()
                .map(item -> TransactGetItem.builder()
                        .get(get -> get.tableName(Items.table(item)).key(Items.key(item)))
                        .build())
                .toList();
        var found = client.transactGetItems(get -> get.transactItems(gets)).responses();
        for (int i = 0; i < items.size(); i++) {
            saw(items.get(i), found.get(i).item());
        }
    }

    void append(String item, int id) {
        var before = client.updateItem(update -> update.tableName(Items.table(item))
                        .key(Items.key(item))
                        .updateExpression(Items.APPEND)
                        .expressionAttributeValues(Items.appended(id))
                        .returnValues(ReturnValue.ALL_OLD))
                .attributes();
        saw(item, before);
        writes.add(item);
    }

    private void appendIfKnown(String item, int id) {
        var expected = known.getOrDefault(item, List.of());
        try {
            client.updateItem(update -> update.tableName(Items.table(item))
                    .key(Items.key(item))
                    .updateExpression(Items.APPEND)
                    .conditionExpression(Items.UNCHANGED)
                    .expressionAttributeValues(Items.appended(id, expected))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            reads.put(item, expected);
            writes.add(item);
        } catch (ConditionalCheckFailedException e) {
            saw(item, e.item());
        }
    }

    /** Appends to all items but the first {@code checked}, which must be as they are known. Sent twice, made once. */
    private void transact(List<String> items, int id, int checked) {
        var parts = new ArrayList<TransactWriteItem>();
        for (int i = 0; i < items.size(); i++) {
            parts.add(i < checked ? check(items.get(i)) : append(id, items.get(i)));
        }
        try {
            for (int sent = random.nextInt(4) == 0 ? 0 : 1; sent < 2; sent++) {
                client.transactWriteItems(write -> write.transactItems(parts).clientRequestToken("operation-" + id));
            }
            items.subList(0, checked).forEach(item -> reads.put(item, known.getOrDefault(item, List.of())));
            writes.addAll(items.subList(checked, items.size()));
        } catch (TransactionCanceledException e) {
            for (int i = 0; i < checked; i++) {
                refused(items.get(i), e.cancellationReasons().get(i));
            }
        }
    }

    private TransactWriteItem check(String item) {
        return TransactWriteItem.builder()
                .conditionCheck(part -> part.tableName(Items.table(item))
                        .key(Items.key(item))
                        .conditionExpression(Items.UNCHANGED)
                        .expressionAttributeValues(Items.expected(known.getOrDefault(item, List.of())))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static TransactWriteItem append(int id, String item) {
        return TransactWriteItem.builder()
                .update(part -> part.tableName(Items.table(item))
                        .key(Items.key(item))
                        .updateExpression(Items.APPEND)
                        .expressionAttributeValues(Items.appended(id)))
                .build();
    }

    private void refused(String item, CancellationReason reason) {
        switch (reason.code()) {
            case "None" -> reads.put(item, known.getOrDefault(item, List.of()));
            case "ConditionalCheckFailed" -> saw(item, reason.item());
            // DynamoDB may answer so at any time; it tells nothing of the item.
            case "TransactionConflict" -> {}
            default -> throw new IllegalStateException("Unexpected reason " + reason);
        }
    }

    private void saw(String item, Map<String, AttributeValue> attributes) {
        var writers = Items.writers(attributes);
        reads.put(item, writers);
        known.put(item, writers);
    }
}
