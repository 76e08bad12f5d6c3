package com.lifeverse.local.table.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes as the records that a Lambda function gets from a stream mapping. */
final class RecordJson {
    private RecordJson() {}

    static ObjectNode of(TableDefinition table, StreamView view, String streamArn, long sequence, Change change) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("eventID", RecordNames.eventId(streamArn, sequence));
        node.put("eventName", RecordNames.eventName(change));
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
        body.put("SequenceNumber", RecordNames.sequenceNumber(sequence));
        body.put("SizeBytes", size);
        body.put("StreamViewType", view.name());
        if (change.isExpired()) {
            node.putObject("userIdentity").put("type", "Service").put("principalId", "dynamodb.amazonaws.com");
        }
        node.put("eventSourceARN", streamArn);
        return node;
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
}
