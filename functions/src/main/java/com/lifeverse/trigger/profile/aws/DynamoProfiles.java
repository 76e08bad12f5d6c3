package com.lifeverse.trigger.profile.aws;

import com.lifeverse.platform.aws.BatchReads;
import com.lifeverse.trigger.profile.Profiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Profiles in DynamoDB, one item of less than 4 KB for each player. A read costs half a read unit. A write costs a write unit a
 * started KB; where something is counted, two, and two more for each happening, which leaves a mark that nobody can make twice:
 * so a count is right however many there are within the horizon, and the profile stays small. Marks go by themselves.
 */
public final class DynamoProfiles implements Profiles {
    private static final String FAILED = "ConditionalCheckFailed";
    private static final String FIRST = "attribute_not_exists(playerId)";
    private static final String UNCHANGED = "#revision = :before";

    private final DynamoDbClient dynamoDb;
    private final BatchReads reads;
    private final String table;

    public DynamoProfiles(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.reads = new BatchReads(dynamoDb, table);
        this.table = table;
    }

    @Override
    public Stored read(String playerId) {
        // Eventually consistent: what others have written since is noticed by the write, and conditions see it a moment
        // later.
        return ProfileItem.read(dynamoDb.getItem(get -> get.tableName(table).key(ProfileItem.key(playerId)))
                .item());
    }

    @Override
    public Set<Long> counted(String playerId, Set<Long> keys) {
        var marks = keys.stream().map(key -> ProfileItem.key(playerId, key)).toList();
        return marks.isEmpty()
                ? Set.of()
                : reads.read(marks, false).stream().map(ProfileItem::counted).collect(Collectors.toSet());
    }

    @Override
    public Saved save(Change change) {
        return change.counted().isEmpty() ? saveAlone(change) : saveCounting(change);
    }

    private Saved saveAlone(Change change) {
        var put = profile(change);
        try {
            dynamoDb.putItem(request -> {
                request.tableName(table)
                        .item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure());
                if (put.hasExpressionAttributeValues()) {
                    request.expressionAttributeNames(put.expressionAttributeNames())
                            .expressionAttributeValues(put.expressionAttributeValues());
                }
            });
            return new Saved.Done();
        } catch (ConditionalCheckFailedException e) {
            return outcome(change, e.item(), Set.of());
        }
    }

    private Saved saveCounting(Change change) {
        var items = new ArrayList<TransactWriteItem>();
        items.add(TransactWriteItem.builder().put(profile(change)).build());
        change.counted()
                .forEach(key -> items.add(
                        TransactWriteItem.builder().put(mark(change, key)).build()));
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(items));
            return new Saved.Done();
        } catch (TransactionCanceledException e) {
            return cancelled(change, e);
        }
    }

    private Saved cancelled(Change change, TransactionCanceledException cancelled) {
        var reasons = cancelled.cancellationReasons();
        var marked = new HashSet<Long>();
        for (int at = 0; at < change.counted().size(); at++) {
            if (failed(reasons.get(at + 1))) {
                marked.add(change.counted().get(at));
            }
        }
        var profile = reasons.getFirst();
        if (failed(profile)) {
            return outcome(change, profile.hasItem() ? profile.item() : Map.of(), marked);
        }
        if (marked.isEmpty()) {
            // Throttled, or another transaction was at work: nothing is known but that nothing was written.
            throw cancelled;
        }
        return new Saved.Overtaken(change.before(), marked);
    }

    private static Saved outcome(Change change, Map<String, AttributeValue> current, Set<Long> marked) {
        return ProfileItem.wroteIt(current, change)
                ? new Saved.Done()
                : new Saved.Overtaken(ProfileItem.read(current), marked);
    }

    private static boolean failed(CancellationReason reason) {
        return FAILED.equals(reason.code());
    }

    private Put profile(Change change) {
        var put = Put.builder()
                .tableName(table)
                .item(ProfileItem.write(change))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        return change.before().revision() == 0
                ? put.conditionExpression(FIRST).build()
                : put.conditionExpression(UNCHANGED)
                        .expressionAttributeNames(Map.of("#revision", ProfileItem.REVISION))
                        .expressionAttributeValues(Map.of(
                                ":before", ProfileItem.number(change.before().revision())))
                        .build();
    }

    private Put mark(Change change, long key) {
        return Put.builder()
                .tableName(table)
                .item(ProfileItem.mark(change, key))
                .conditionExpression(FIRST)
                .build();
    }
}
