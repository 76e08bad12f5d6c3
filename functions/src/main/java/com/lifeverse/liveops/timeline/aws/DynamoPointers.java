package com.lifeverse.liveops.timeline.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.timeline.Pointer;
import com.lifeverse.liveops.timeline.Pointers;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The pointer in one item of the table of live events: {@code pk timeline, sk timeline, version, folder, catalogue, expires} (epoch
 * seconds), {@code leftOut} (a list, if there was no room for all), {@code out}.
 */
public final class DynamoPointers implements Pointers {
    private static final AttributeValue NAME = AttributeValue.fromS("timeline");
    private static final Map<String, AttributeValue> KEY = Map.of("pk", NAME, "sk", NAME);

    private static final String LEFT_OUT = "leftOut";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoPointers(DynamoDbClient dynamoDb, String liveEventsTable) {
        this.dynamoDb = dynamoDb;
        this.table = liveEventsTable;
    }

    @Override
    public Optional<Pointer> read() {
        return read(true);
    }

    @Override
    public Optional<Pointer> glance() {
        return read(false);
    }

    @Override
    public boolean raise(Pointer next, Envelope news) {
        var item = new HashMap<>(KEY);
        item.put("version", number(next.version()));
        item.put("folder", AttributeValue.fromS(next.folder()));
        item.put("catalogue", number(next.catalogue()));
        item.put("expires", number(next.expires().getEpochSecond()));
        item.put(Outbox.ATTRIBUTE, Outbox.telling(List.of(news)));
        if (!next.leftOut().isEmpty()) {
            item.put(
                    LEFT_OUT,
                    AttributeValue.fromL(
                            next.leftOut().stream().map(AttributeValue::fromS).toList()));
        }
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR version < :version")
                    .expressionAttributeValues(Map.of(":version", number(next.version()))));
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }

    private Optional<Pointer> read(boolean consistent) {
        var answer =
                dynamoDb.getItem(request -> request.tableName(table).key(KEY).consistentRead(consistent));
        return answer.hasItem() ? Optional.of(pointer(new Attributes(answer.item()))) : Optional.empty();
    }

    private static Pointer pointer(Attributes item) {
        return new Pointer(
                item.number("version"),
                item.text("folder"),
                item.number("catalogue"),
                Instant.ofEpochSecond(item.number("expires")),
                item.values().containsKey(LEFT_OUT)
                        ? item.list(LEFT_OUT).stream().map(AttributeValue::s).toList()
                        : List.of());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
