package com.lifeverse.trigger.publish.aws;

import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.publish.NameMemory;
import com.lifeverse.trigger.publish.Publication;
import com.lifeverse.trigger.publish.Publications;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Publications in the table of triggers: an item for each, packed, a small one that says which is in force, and one of what names stood
 * for. Looking whether that is still the same costs one read unit; publishing is one transaction of three writes.
 */
public final class DynamoPublications implements Publications {
    private static final String PARTITION = "catalogue";
    private static final String CURRENT = "current";
    private static final String PREFIX = "publication#";
    private static final String DRAFT = "draft";
    private static final String NAMES = "names";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoPublications(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Publication> current() {
        return item(CURRENT).map(DynamoPublications::publication);
    }

    @Override
    public Optional<Draft> draft(long number) {
        return item(sort(number))
                .map(item -> PackedDraft.read(attribute(item, DRAFT).b()));
    }

    @Override
    public List<Publication> latest(int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("playerId = :partition AND begins_with(sk, :prefix)")
                        .projectionExpression("#number, revision, #by, #at, note, backTo")
                        .expressionAttributeNames(Map.of("#number", "number", "#by", "by", "#at", "at"))
                        .expressionAttributeValues(Map.of(
                                ":partition", AttributeValue.fromS(PARTITION),
                                ":prefix", AttributeValue.fromS(PREFIX)))
                        .scanIndexForward(false)
                        .limit(most))
                .items()
                .stream()
                .map(DynamoPublications::publication)
                .toList();
    }

    @Override
    public Stream<Past> past(int most) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("playerId = :partition AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(Map.of(
                                ":partition", AttributeValue.fromS(PARTITION),
                                ":prefix", AttributeValue.fromS(PREFIX)))
                        .consistentRead(true)
                        .scanIndexForward(false))
                .items()
                .stream()
                .limit(most)
                .map(item -> new Past(
                        publication(item),
                        PackedDraft.read(attribute(item, DRAFT).b())));
    }

    @Override
    public Optional<NameMemory> names() {
        return item(NAMES)
                .map(item -> PackedNames.read(
                        Long.parseLong(attribute(item, "number").n()),
                        attribute(item, NAMES).b()));
    }

    @Override
    public boolean put(Publication publication, Draft draft, NameMemory names) {
        var kept = item(sort(publication.number()), publication);
        kept.put(DRAFT, AttributeValue.fromB(PackedDraft.write(draft)));
        var pointer = item(CURRENT, publication);
        var known = item(NAMES, publication);
        known.put(NAMES, AttributeValue.fromB(PackedNames.write(names)));
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(List.of(
                    put(kept, "attribute_not_exists(playerId)"),
                    // Whoever writes the first writes this, too.
                    put(pointer, null),
                    put(known, null))));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, @Nullable String condition) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression(condition))
                .build();
    }

    private Optional<Map<String, AttributeValue>> item(String sort) {
        var item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of(
                                "playerId", AttributeValue.fromS(PARTITION),
                                "sk", AttributeValue.fromS(sort)))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private static Map<String, AttributeValue> item(String sort, Publication publication) {
        var item = new HashMap<String, AttributeValue>();
        item.put("playerId", AttributeValue.fromS(PARTITION));
        item.put("sk", AttributeValue.fromS(sort));
        item.put("number", AttributeValue.fromN(Long.toString(publication.number())));
        item.put("revision", AttributeValue.fromS(publication.revision()));
        item.put("by", AttributeValue.fromS(publication.by()));
        item.put("at", AttributeValue.fromS(publication.at().toString()));
        item.put("note", AttributeValue.fromS(publication.note()));
        publication.backTo().ifPresent(number -> item.put("backTo", AttributeValue.fromN(Long.toString(number))));
        return item;
    }

    private static Publication publication(Map<String, AttributeValue> item) {
        return new Publication(
                Long.parseLong(attribute(item, "number").n()),
                attribute(item, "revision").s(),
                attribute(item, "by").s(),
                Instant.parse(attribute(item, "at").s()),
                attribute(item, "note").s(),
                Optional.ofNullable(item.get("backTo")).map(number -> Long.parseLong(number.n())));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("A publication has no attribute " + name));
    }

    // Padded, so that their order is that of the numbers.
    private static String sort(long number) {
        return String.format(Locale.ROOT, "%s%012d", PREFIX, number);
    }
}
