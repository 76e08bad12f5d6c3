package com.lifeverse.trigger.aws;

import com.lifeverse.platform.aws.BatchReads;
import com.lifeverse.trigger.TriggerStates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * States in DynamoDB, one item for each. A read costs half a read unit a started 4 KB of each, a write one write unit a
 * started KB, with what it tells; two for each where several states change at once, which makes them one write. A failed
 * condition hands the current item back, so that nothing is read again.
 */
public final class DynamoTriggerStates implements TriggerStates {
    /** The index of those that are due some time, by part and time. */
    public static final String INDEX = "due";

    /** What the index is parted by. */
    public static final String PART = "part";

    /** What the index is ordered by. */
    public static final String DUE = "due";

    private static final String FAILED = "ConditionalCheckFailed";
    private static final String FIRST = "attribute_not_exists(playerId)";
    private static final String UNCHANGED = "#revision = :before";

    private final DynamoDbClient dynamoDb;
    private final BatchReads reads;
    private final String table;

    public DynamoTriggerStates(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.reads = new BatchReads(dynamoDb, table);
        this.table = table;
    }

    // Eventually consistent: a state only ever learns, so an old one may at worst decide on too little, and the write
    // notices.
    @Override
    public Map<Subject, Stored> read(List<Subject> subjects) {
        var found = new HashMap<Subject, Stored>();
        subjects.forEach(subject -> found.put(subject, Stored.NOTHING));
        if (subjects.size() == 1) {
            var key = StateItem.key(subjects.getFirst());
            var item = dynamoDb.getItem(request -> request.tableName(table).key(key))
                    .item();
            found.put(subjects.getFirst(), StateItem.read(item));
        } else {
            var keys = subjects.stream().map(StateItem::key).toList();
            reads.read(keys, false).forEach(item -> found.put(StateItem.subject(item), StateItem.read(item)));
        }
        return found;
    }

    @Override
    public Stream<Subject> due(int part, Instant now) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("#part = :part AND #due <= :now")
                        .expressionAttributeNames(Map.of("#part", PART, "#due", DUE))
                        .expressionAttributeValues(Map.of(
                                ":part", AttributeValue.fromS(Integer.toString(part)),
                                ":now",
                                        AttributeValue.fromS(now.truncatedTo(ChronoUnit.SECONDS)
                                                .toString()))))
                .items()
                .stream()
                .map(StateItem::subject);
    }

    @Override
    public Saved save(List<Change> changes) {
        return changes.size() == 1 ? save(changes.getFirst()) : saveTogether(changes);
    }

    private Saved save(Change change) {
        try {
            dynamoDb.putItem(request(change));
            return new Saved.Done();
        } catch (ConditionalCheckFailedException e) {
            return StateItem.wroteIt(e.item(), change)
                    ? new Saved.Done()
                    : new Saved.Overtaken(Map.of(change.subject(), StateItem.read(e.item())));
        }
    }

    private Saved saveTogether(List<Change> changes) {
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(changes.stream()
                    .map(change -> TransactWriteItem.builder().put(put(change)).build())
                    .toList()));
            return new Saved.Done();
        } catch (TransactionCanceledException e) {
            var reasons = e.cancellationReasons();
            var failed = IntStream.range(0, changes.size())
                    .filter(at -> FAILED.equals(reasons.get(at).code()))
                    .boxed()
                    .toList();
            if (failed.isEmpty()) {
                // Throttled, or another transaction was at work: nothing is known but that nothing was written.
                throw e;
            }
            // One that holds this command says that all of them were written: the command names them all.
            return failed.stream().anyMatch(at -> StateItem.wroteIt(item(reasons.get(at)), changes.get(at)))
                    ? new Saved.Done()
                    : overtaken(changes, reasons, failed);
        }
    }

    private static Saved overtaken(List<Change> changes, List<CancellationReason> reasons, List<Integer> failed) {
        var current = new HashMap<Subject, Stored>();
        failed.forEach(at -> current.put(changes.get(at).subject(), StateItem.read(item(reasons.get(at)))));
        return new Saved.Overtaken(current);
    }

    private static Map<String, AttributeValue> item(CancellationReason reason) {
        return reason.hasItem() ? reason.item() : Map.of();
    }

    private PutItemRequest request(Change change) {
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(StateItem.write(change))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (change.before().revision() == 0) {
            return request.conditionExpression(FIRST).build();
        }
        return request.conditionExpression(UNCHANGED)
                .expressionAttributeNames(Map.of("#revision", StateItem.REVISION))
                .expressionAttributeValues(
                        Map.of(":before", StateItem.number(change.before().revision())))
                .build();
    }

    private Put put(Change change) {
        var request = request(change);
        var put = Put.builder()
                .tableName(request.tableName())
                .item(request.item())
                .conditionExpression(request.conditionExpression())
                .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure());
        if (request.hasExpressionAttributeValues()) {
            put.expressionAttributeNames(request.expressionAttributeNames())
                    .expressionAttributeValues(request.expressionAttributeValues());
        }
        return put.build();
    }
}
