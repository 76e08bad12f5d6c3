package com.lifeverse.liveops.desk.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Change;
import com.lifeverse.liveops.desk.Change.Effect;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Definitions in a table keyed by {@code pk} and {@code sk}:
 *
 * <pre>
 * events     ID            how the event stands
 * event#ID   revision#N    what was written; never changed
 * event#ID   log#VERSION   what was done; never changed
 * published  ID            the revision that players have, since (epoch milliseconds), and killedIn (a list)
 * catalogue  catalogue     revision: how often what players have was changed; out
 * </pre>
 *
 * <p>A change is one transaction. Only staff make them, so that each may cost a dozen write units, and all events fit one partition.
 */
public final class DynamoDefinitions implements Definitions {
    private static final Map<String, AttributeValue> CATALOGUE = key("catalogue", "catalogue");

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDefinitions(DynamoDbClient dynamoDb, String liveEventsTable) {
        this.dynamoDb = dynamoDb;
        this.table = liveEventsTable;
    }

    @Override
    public Optional<Definition> find(String id) {
        return item(key("events", id)).map(DefinitionItem::read);
    }

    @Override
    public List<Definition> all() {
        return query("events").map(DefinitionItem::read).toList();
    }

    @Override
    public Optional<Revision> revision(String id, int number) {
        return item(key("event#" + id, RevisionItem.sortKey(number))).map(RevisionItem::read);
    }

    @Override
    public Page log(String id, int most, Optional<Long> before) {
        var last = before.map(version -> LogItem.sortKey(version - 1)).orElse(LogItem.LAST);
        var answer = dynamoDb.query(request -> request.tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk",
                        AttributeValue.fromS("event#" + id),
                        ":first",
                        AttributeValue.fromS(LogItem.sortKey(0)),
                        ":last",
                        AttributeValue.fromS(last)))
                .scanIndexForward(false)
                .limit(most));
        return Page.of(answer.items().stream().map(LogItem::read).toList());
    }

    @Override
    public Catalogue catalogue() {
        // The number first: whatever is published in between makes a write that was based on it fail.
        long revision = item(CATALOGUE)
                .map(found -> new Attributes(found).number("revision"))
                .orElse(0L);
        return new Catalogue(
                revision, query("published").map(RevisionItem::readPublished).toList());
    }

    @Override
    public boolean write(Change change, Envelope news) {
        var after = change.after();
        var parts = new ArrayList<TransactWriteItem>();
        parts.add(put(DefinitionItem.write(after), after.version() - 1));
        parts.add(once(LogItem.write(after.id(), change.entry())));
        change.added()
                .ifPresent(added -> parts.add(
                        once(RevisionItem.write("event#" + after.id(), RevisionItem.sortKey(added.number()), added))));
        switch (change.effect()) {
            case Effect.None _ -> {
                // Players have what they had.
            }
            case Effect.Publish(var published, var catalogue) -> {
                parts.add(counted(catalogue, news));
                var item = RevisionItem.published(published);
                parts.add(TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(item))
                        .build());
            }
            case Effect.Withdraw(var catalogue) -> {
                parts.add(counted(catalogue, news));
                parts.add(TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table).key(key("published", after.id())))
                        .build());
            }
        }
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(parts));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (overtaken(cancelled)) {
                return false;
            }
            throw cancelled;
        }
    }

    /** A write of ours that was answered late looks like somebody else's: who looks again finds that all is as wanted. */
    private static boolean overtaken(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .anyMatch(reason ->
                        "ConditionalCheckFailed".equals(reason.code()) || "TransactionConflict".equals(reason.code()));
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, long version) {
        var put = Put.builder().tableName(table).item(item);
        if (version == 0) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("version = :version")
                    .expressionAttributeValues(Map.of(":version", number(version)));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem once(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem counted(long revision, Envelope news) {
        var update = Update.builder()
                .tableName(table)
                .key(CATALOGUE)
                .expressionAttributeNames(Map.of("#out", Outbox.ATTRIBUTE));
        if (revision == 0) {
            update.updateExpression("SET revision = :one, #out = :news")
                    .conditionExpression("attribute_not_exists(pk)")
                    .expressionAttributeValues(Map.of(":one", number(1), ":news", Outbox.telling(List.of(news))));
        } else {
            update.updateExpression("SET revision = :next, #out = :news")
                    .conditionExpression("revision = :known")
                    .expressionAttributeValues(Map.of(
                            ":next",
                            number(revision + 1),
                            ":known",
                            number(revision),
                            ":news",
                            Outbox.telling(List.of(news))));
        }
        return TransactWriteItem.builder().update(update.build()).build();
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        var answer =
                dynamoDb.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    private Stream<Map<String, AttributeValue>> query(String partition) {
        return dynamoDb
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
                .items()
                .stream();
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
