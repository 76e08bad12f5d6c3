package com.lifeverse.local.table.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes as the records that a Lambda function gets from a stream mapping. */
final class RecordJson {
    private RecordJson() {}

    static ObjectNode of(TableDefinition table, StreamView view, String streamArn, long sequence, Change change) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("eventID", eventId(streamArn, sequence));
        node.put("eventName", eventName(change));
        node.put("eventVersion", "1.1");
        node.put("eventSource", "aws:dynamodb");
        node.put("awsRegion", Cloud.REGION);
        var keys = table.keys().keyOf(change.either());
        var body = node.putObject("dynamodb");
        body.put("ApproximateCreationDateTime", change.at().getEpochSecond());
        body.set("Keys", ValueJson.of(keys));
        long size = size(keys);
        size += image(body, "NewImage", view.showsNew() ? change.after() : null);
        size += image(body, "OldImage", view.showsOld() ? change.before() : null);
        body.put("SequenceNumber", sequenceNumber(sequence));
        body.put("SizeBytes", size);
        body.put("StreamViewType", view.name());
        if (change.isExpired()) {
            node.putObject("userIdentity").put("type", "Service").put("principalId", "dynamodb.amazonaws.com");
        }
        node.put("eventSourceARN", streamArn);
        return node;
    }

    /** AWS's sequence numbers have 21 digits or more and sort as text. */
    static String sequenceNumber(long sequence) {
        return "1%020d".formatted(sequence);
    }

    private static int image(ObjectNode body, String field, @Nullable Item item) {
        if (item == null) {
            return 0;
        }
        body.set(field, ValueJson.of(item.attributes()));
        return item.size();
    }

    private static int size(Map<String, Value> attributes) {
        return Item.taking(attributes).size();
    }

    private static String eventName(Change change) {
        if (change.before() == null) {
            return "INSERT";
        }
        return change.after() == null ? "REMOVE" : "MODIFY";
    }

    // The same record has the same id, however often it is read.
    private static String eventId(String streamArn, long sequence) {
        var name = (streamArn + "#" + sequence).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}
